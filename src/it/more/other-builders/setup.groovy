import io.github.netnutmaven.testkit.RecordingApi

def api = new RecordingApi('me@example.com', 'fake-Pa55word-for-tests')
context.put('api', api)
new File(basedir, 'test.properties').text = "netnut.apiUrl=${api.url()}\n"
return true
