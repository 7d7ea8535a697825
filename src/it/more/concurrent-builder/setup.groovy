import io.github.netnutmaven.testkit.SilentServer

def real = new SilentServer()
context.put('real', real)
new File(basedir, 'test.properties').text = "netnut.apiUrl=http://127.0.0.1:${real.port()}/v1\n"
return true
