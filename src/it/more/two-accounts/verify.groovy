def log = new File(basedir, 'build.log').text
def tokens = ['eu', 'us'].collect {
    def api = context.get(it)
    api.close()
    assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated']
    assert new File(basedir, "seen/$it").text == "${api.tokens()[0]} ${api.url()}"
    api.tokens()[0]
}
assert new File(basedir, 'target/job.env').readLines() == ["NETNUT_TOKEN_EU=${tokens[0]}", "NETNUT_TOKEN_US=${tokens[1]}"]*.toString()
assert new io.github.netnutmaven.testkit.LeakSearch(['fake-Pa55word-of-eu', 'fake-Pa55word-of-us'] + tokens).text('build.log', log).found() == []
return true
