import io.github.netnutmaven.testkit.LeakSearch

def log = new File(basedir, 'build.log').text
def count = { text -> log.readLines().count { it.contains(text) } }

// The second build restored the module, so its test ran once; each build had a token.
assert count('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0') == 2 // the test, and the sum
assert count('Skipping plugin execution (cached): failsafe:integration-test') == 1
assert count('Logged in as ') == 3
assert count('Checked the token: it is accepted') == 2
assert count(': no token found.') == 4
assert new File(basedir, 'target/repository/com/example/build-cache').directory
assert count('The Maven Build Cache Extension') == 0

// The cache has no token. The tokens are random, but all JWTs begin alike.
def token = new File(basedir, 'target/netnut/token')
assert token.text.startsWith('eyJhbGciOi')
def cache = new File(basedir, 'cache')
def stored = []
cache.eachFileRecurse { stored << it.name }
assert stored.contains('buildinfo.xml')
def search = new LeakSearch(['eyJhbGciOi', token.text]).text('build.log', log).path(cache.toPath())
token.delete()
assert search.path(new File(basedir, 'target').toPath()).found() == []
return true
