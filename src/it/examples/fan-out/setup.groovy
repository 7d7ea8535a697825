import io.github.netnutmaven.testkit.RecordingApi

def api = new RecordingApi('me@example.com', 'fake-Pa55word-for-tests')
context.put('api', api)
return true
