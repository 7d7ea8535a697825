def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

// Only the login of the first build.
assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated']
assert log.contains('Forgot the token.')
def (before, after) = new File(basedir, 'seen').text.tokenize('|')*.split(',')
assert before[0] == api.tokens()[0] && before[2..3] == ['login', api.url()]
assert after == ['', '.expiresAt', '.source', '.apiUrl'].collect { '${netnut.token' + it + '}' }
assert log.contains('Did not log in to ' + api.url() + ': Maven is offline (-o)')
assert log.readLines().count { it.contains('ERROR') && it.contains('but there is none at hand') } == 2
assert new io.github.netnutmaven.testkit.LeakSearch(['fake-Pa55word-for-tests'] + api.tokens()).text('build.log', log).found() == []
