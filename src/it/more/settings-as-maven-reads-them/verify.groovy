def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated']
assert new io.github.netnutmaven.testkit.LeakSearch([context.get('hard')] + api.tokens()).text('build.log', log).found() == []
