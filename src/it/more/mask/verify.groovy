import io.github.netnutmaven.testkit.LeakSearch

def api = context.get('api')
api.close()
def (github, azure, gitlab, unasked) = api.tokens()
// The output of Maven, which is descriptor 1, as the CI server reads it.
def output = new File(basedir, 'build.log').text
def log = new File(basedir, 'maven.log').text

// GitHub takes a command at the start of a line alone, Azure anywhere in it.
assert output.readLines().findAll { it.contains(github) } == ["::add-mask::$github"]
assert output.readLines().findAll { it.contains(azure) } == ["##vso[task.setsecret]$azure"]
assert log.contains('Logged in as')
assert new LeakSearch(['fake-Pa55word-for-tests'] + api.tokens()).text('maven.log', log).found() == []
assert new LeakSearch(['fake-Pa55word-for-tests', gitlab, unasked]).text('output', output).found() == []
return true
