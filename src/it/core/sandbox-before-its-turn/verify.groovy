import io.github.netnutmaven.testkit.LeakSearch

def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text
def lines = log.readLines()

// The first build uses only its sandbox; the other two have none.
assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated', '/v1/auth/authenticated', '/v1/auth/login', '/v1/auth/authenticated']
assert lines.findAll { it.contains('Logged in as ') }.collect { it.contains('s***@example.com') } == [true, false, false]
assert lines.count { it.contains('Started a sandbox at') } == 1
// It has the configuration of its goal.
assert lines.count { it =~ /token:    from login.*, in [0-9]+ min/ } == 2
assert lines.count { it.contains('Checked the token: it is accepted.') } == 3
assert lines.findAll { it.contains('Searched ') }.collect { it.contains('no token and no password found') } == [false, true]
assert new LeakSearch(['fake-Pa55word-for-tests'] + api.tokens()).text('build.log', log).found() == []
