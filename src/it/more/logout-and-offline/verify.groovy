def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

// The first build's login, and no more.
assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated']
assert log.contains('Forgot the token.')
assert log.contains('Did not log in to ' + api.url() + ': Maven is offline (-o)')
assert log.readLines().count { it.contains('ERROR') && it.contains('but this build has none. Run netnut:login before netnut:check') } == 2
assert new io.github.netnutmaven.testkit.LeakSearch(['fake-Pa55word-for-tests'] + api.tokens()).text('build.log', log).found() == []
