def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

assert api.logins() == 2
assert new File(basedir, 'seen/mine').text == '${my.token.source}' // of the second build, which has another property
assert log.readLines().count { it.contains('-Dmy.token hides the value that netnut:login sets') } == 1
assert log.readLines().count { it.contains('A <netnut.token> in the POM hides the value') } == 1
assert new File(basedir, 'seen/token').text == 'from-the-pom'
assert new io.github.netnutmaven.testkit.LeakSearch(['fake-Pa55word-for-tests'] + api.tokens()).text('build.log', log).found() == []
