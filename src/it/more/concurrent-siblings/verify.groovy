import io.github.netnutmaven.testkit.LeakSearch

def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated']
(1..30).each { i ->
    assert new File(basedir, "m$i/seen").text == ([api.tokens()[0]] * 2 + ["m$i"] * 90).join(',')
}
assert new LeakSearch(['fake-Pa55word-for-tests'] + api.tokens()).text('build.log', log).found() == []
