import io.github.netnutmaven.testkit.LeakSearch

def api = context.get('api')
api.close()
def (github, azure) = api.tokens()
// The output of Maven on descriptor 1, as the CI server reads it.
def output = new File(basedir, 'build.log').text
def log = new File(basedir, 'maven.log').text

// GitHub accepts a command only at the start of a line, Azure anywhere in it.
assert output.readLines().findAll { it.contains(github) } == ["::add-mask::$github"]
assert output.readLines().findAll { it.contains(azure) } == ["##vso[task.setsecret]$azure"]
assert log.contains('Logged in as')
assert new LeakSearch(['fake-Pa55word-for-tests'] + api.tokens()).text('maven.log', log).found() == []
assert new LeakSearch(['fake-Pa55word-for-tests']).text('output', output).found() == []
return true
