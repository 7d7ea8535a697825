import io.github.netnutmaven.testkit.LeakSearch

def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

assert new File(basedir, 'arguments').readLines() == ['show net nut', 'fail']
assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated', '/v1/auth/authenticated']
assert log.contains("m***@example.com, from NETNUT_EMAIL and NETNUT_PASSWORD_COMMAND; password from the command in NETNUT_PASSWORD_COMMAND")
assert log.readLines().any {
    it.contains('Failed to execute goal') && it.contains("the command in NETNUT_PASSWORD_COMMAND, but it ended with exit code 7, and says: \"wrong: ***\".")
}
assert log.contains('there is both NETNUT_PASSWORD_COMMAND and NETNUT_PASSWORD_FILE')
assert log.contains('Found -Dnetnut.passwordCommand, but a secret must not be a property')

def search = new LeakSearch(['fake-Pa55word-for-tests'] + api.tokens())
['build.log', 'arguments', 'environment'].each { search.text(it, new File(basedir, it).text) }
assert search.found() == []
return true
