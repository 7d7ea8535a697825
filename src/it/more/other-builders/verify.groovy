import io.github.netnutmaven.testkit.LeakSearch

def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

// One login in each of the first three builds, and no request in the last one.
assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated'] * 3
assert log.readLines().count { it.contains('Logged in as ') } == 3

// The modules that each build ran, with its token.
def seen = new File(basedir, 'seen').text.tokenize(';')
def modules = [['c'], ['other-builders', 'a', 'b'], ['other-builders', 'a', 'b', 'c']]
assert seen == modules.withIndex(1).collectMany { names, run -> names.collect { "$run:$it:${api.tokens()[run - 1]}".toString() } }
assert new LeakSearch(['fake-Pa55word-for-tests'] + api.tokens()).text('build.log', log).found() == []
return true
