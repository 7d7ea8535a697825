import io.github.netnutmaven.testkit.LeakSearch

def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

assert api.requests()*.path() == ['/v1/auth/login'] + ['/v1/auth/authenticated'] * 2
assert log.contains('[DEBUG] Configuring mojo') // debug level is on
assert new LeakSearch(['fake-"Pa55<word>&é'] + api.tokens()).text('build.log', log).found() == []
// The bundled HttpClient logs nothing.
assert !(log =~ /org\.apache\.hc|http-outgoing|\bep-\d{10}|\bex-\d{10}|Secure session/)
