def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

if (basedir.parentFile.parentFile.name.startsWith('maven-4')) {
    assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated']
} else {
    assert api.connections() == 0
    assert log.contains('does not decrypt, so nothing was sent') && log.contains('needs Maven 4')
}
assert new io.github.netnutmaven.testkit.LeakSearch(['fake-Pa55word-for-tests'] + api.tokens()).text('build.log', log).found() == []
