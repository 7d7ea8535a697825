import io.github.netnutmaven.testkit.LeakSearch

def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated']
assert api.connections() == 1
assert !api.requests()[0].headers().keySet()*.toLowerCase().contains('authorization')
assert api.requests()[1].headers()['Authorization'] == [api.tokens()[0]]

['.', 'one', 'two'].each { module ->
    def seen = { new File(basedir, "$module/seen/$it").text }
    assert seen('token') == api.tokens()[0]
    assert seen('source') == 'login'
    assert seen('apiUrl') == api.url()
    def left = java.time.Duration.between(java.time.Instant.now(), java.time.Instant.parse(seen('expiresAt')))
    assert left.toHours() == 23
}
assert log.contains("Logged in as m***@example.com at ${api.url()}; the token is in")
assert new LeakSearch(['fake-Pa55word-for-tests'] + api.tokens()).text('build.log', log).found() == []
