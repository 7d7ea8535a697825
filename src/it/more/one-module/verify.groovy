def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

assert api.logins() == 2
def seen = { module, build, name -> new File(basedir, "$module/seen/$build/$name").text }

// The first build: only this module has the token, and the property of the command line is unchanged.
assert seen('.', 1, 'my.source') == 'login'
assert seen('other', 1, 'my.source') == '${my.token.source}'
assert seen('.', 1, 'my.token') == 'typed'
assert log.readLines().count { it.contains('-Dmy.token hides the value that netnut:login sets') } == 1
assert log.readLines().count { it.contains('A <netnut.token> in the POM hides the value') } == 1

// The second build: every module has the token, except under the name that the POM defines.
['.', 'other'].each { module ->
    assert seen(module, 2, 'source') == 'login'
    assert seen(module, 2, 'token') == 'from-the-pom'
}
assert new io.github.netnutmaven.testkit.LeakSearch(['fake-Pa55word-for-tests'] + api.tokens()).text('build.log', log).found() == []
