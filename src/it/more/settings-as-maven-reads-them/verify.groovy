def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated']
assert log.contains('Found <netnut.password> in the POM or in a profile, but a secret must not be a property')
assert new io.github.netnutmaven.testkit.LeakSearch(['fake-Pa55word-for-tests', 'fake-secret-in-the-pom'] + api.tokens()).text('build.log', log).found() == []
