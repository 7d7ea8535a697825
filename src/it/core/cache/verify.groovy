import io.github.netnutmaven.testkit.LeakSearch
import java.nio.file.Files

def api = context.get('api')
def cache = context.get('cache')
api.close()
def log = new File(basedir, 'build.log').text

def asked = api.requests()*.path()*.replace('/v1/auth/', '')
// With an empty cache, and after the logout; then with a cached token: one for login, one for check; offline: none.
assert asked == ['login', 'authenticated'] * 2 + ['authenticated'] * 2
assert api.requests()[4].headers()['Authorization'] == [api.tokens()[1]]
assert log.findAll(/Using the cached token of m\*{3}@example\.com \(verified /).size() >= 2
assert log =~ /token: +from cache, expires /
assert log.contains('could not confirm the token: Maven is offline (-o).')
assert log.contains('Forgot the token.')

def files = cache.listFiles().toList()
assert files.size() == 2
assert Files.getPosixFilePermissions(cache.toPath())*.name().toSet() == ['OWNER_READ', 'OWNER_WRITE', 'OWNER_EXECUTE'] as Set
files.each { assert Files.getPosixFilePermissions(it.toPath())*.name().toSet() == ['OWNER_READ', 'OWNER_WRITE'] as Set }
assert files.find { it.name.endsWith('.token') }.text.contains(api.tokens()[1])
assert log.contains('[DEBUG] Configuring mojo') // debug level is on
assert new LeakSearch([context.get('password')] + api.tokens()).text('build.log', log).found() == []
// The bundled HttpClient logs nothing.
assert !(log =~ /org\.apache\.hc|http-outgoing|\bep-\d{10}|\bex-\d{10}|Secure session/)
return true
