import io.github.netnutmaven.testkit.RecordingApi
import io.github.netnutmaven.testkit.SilentServer

// On the command line, in the <server>, and as the proxy: none of these addresses may be used.
def real = new RecordingApi('me@example.com', 'fake-Pa55word-for-tests')
def silent = new SilentServer()
context.put('api', real)
context.put('silent', silent)
new File(basedir, 'test.properties').text = "netnut.apiUrl=${real.url()}\n"
def settings = new File(basedir, 'accounts.xml')
settings.text = settings.text.replace('@silent@', "${silent.port()}")
return true
