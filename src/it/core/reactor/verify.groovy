import io.github.netnutmaven.testkit.LeakSearch

def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

// Two builds, with one thread and with four: one login each.
assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated'] * 2
['.', 'one', 'two'].each { module ->
    assert new File(basedir, "$module/seen/token").text == api.tokens()[1]
    assert new File(basedir, "$module/seen/apiUrl").text == api.url()
}
assert new LeakSearch(['fake-Pa55word-for-tests'] + api.tokens()).text('build.log', log).found() == []
