import io.github.netnutmaven.testkit.LeakSearch

def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

assert api.requests()*.path() == ['/v1/auth/login']
def errors = log.readLines().findResults { line ->
    def failed = line =~ /ERROR.* on project (m[0-9]+): (Tried to log in .*?)(?: -> .*)?$/
    failed ? [failed[0][1], failed[0][2]] : null
}
assert errors*.first().toSet() == (1..40).collect { "m$it" }.toSet()
assert errors*.last().toSet().size() == 1
assert errors[0].last().contains('the server refused (400): "Invalid email or password: ***"')
assert log.contains("Check <server> 'netnut' in ")
assert log.contains('accounts.xml')
assert new LeakSearch(['fake-wrong-Pa55word']).text('build.log', log).found() == []
