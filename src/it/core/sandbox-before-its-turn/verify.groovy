import io.github.netnutmaven.testkit.LeakSearch

def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text
def lines = log.readLines()

assert api.connections() == 0
assert lines.count { it.contains('Started a sandbox at') } == 1
assert lines.findAll { it.contains('Logged in as ') }.collect { it.contains('s***@example.com') } == [true]
// The sandbox has the configuration of its goal.
assert lines.count { it =~ /token:    from login.*, in [0-9]+ min/ } == 2
assert lines.count { it.contains('Checked the token: it is accepted.') } == 2
assert lines.count { it.contains('Searched ') && it.contains('no token found') } == 1
assert new LeakSearch(['fake-Pa55word-for-tests']).text('build.log', log).found() == []
