def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

if (basedir.parentFile.parentFile.name.startsWith('maven-4')) {
    assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated'] * 2
} else {
    assert api.connections() == 0
    assert log.readLines().count {
        it.contains('Failed to execute goal') && it.contains('does not decrypt, so nothing was sent') && it.contains('needs Maven 4')
    } >= 2
}
assert new io.github.netnutmaven.testkit.LeakSearch(['fake-Pa55word-for-tests'] + api.tokens()).text('build.log', log).found() == []
