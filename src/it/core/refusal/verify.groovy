import io.github.netnutmaven.testkit.LeakSearch

def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

assert api.requests()*.path() == ['/v1/auth/login']
assert log.readLines().findAll { it.contains('ERROR') && it.contains('on project m') && it.contains('the server refused: "Invalid email or password: ***"') }.size() >= 40
assert log.contains("Check <server> 'netnut' in ")
assert log.contains('accounts.xml')
assert new LeakSearch(['fake-wrong-Pa55word']).text('build.log', log).found() == []
