import io.github.netnutmaven.testkit.FaultServer

// It also counts connections without a request.
def api = new FaultServer(FaultServer.json(200, '{"success":true,"token":"fake-token-for-tests"}'))
context.put('api', api)
new File(basedir, 'test.properties').text = "netnut.apiUrl=http://127.0.0.1:${api.port()}/v1\nnetnut.cache=on\n"
return true
