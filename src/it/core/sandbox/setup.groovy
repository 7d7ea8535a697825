import io.github.netnutmaven.testkit.RecordingApi

def real = new RecordingApi('me@example.com', 'fake-Pa55word-for-tests')
context.put('api', real)
new File(basedir, 'test.properties').text = "netnut.apiUrl=${real.url()}\n"
def settings = new File(basedir, 'accounts.xml')
settings.text = settings.text.replace('@port@', "${real.port()}")
return true
