def log = new File(basedir, 'build.log').text
def tokens = ['eu', 'us'].collect {
    def api = context.get(it)
    api.close()
    assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated']
    assert new File(basedir, "seen/$it").text == "${api.tokens()[0]} ${api.url()}"
    api.tokens()[0]
}
def lines = new File(basedir, 'target/job.env').readLines()
assert lines.findAll { !it.contains('_EXPIRES_AT=') } == ['eu', 'us'].withIndex().collectMany { id, i ->
    def variable = "NETNUT_TOKEN_${id.toUpperCase()}"
    ["$variable=${tokens[i]}", "${variable}_API_URL=${context.get(id).url()}"]*.toString()
}
assert lines.findAll { it =~ /^NETNUT_TOKEN_(EU|US)_EXPIRES_AT=\S+Z$/ }.size() == 2
assert !log.contains('different accounts')
assert new io.github.netnutmaven.testkit.LeakSearch(['fake-Pa55word-of-eu', 'fake-Pa55word-of-us'] + tokens).text('build.log', log).found() == []
return true
