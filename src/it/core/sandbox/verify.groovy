import io.github.netnutmaven.testkit.LeakSearch

def api = context.get('api')
def silent = context.get('silent')
api.close()
silent.close()
def log = new File(basedir, 'build.log').text

assert api.connections() == 0
assert silent.connections() == 0
def url = new File(basedir, 'seen/sandbox').text
assert url ==~ 'http://127\\.0\\.0\\.1:[0-9]+/v1'
['.', 'one', 'two'].each { module ->
    assert new File(basedir, "$module/seen/sandbox").text == url
    assert new File(basedir, "$module/seen/apiUrl").text == url
    assert new File(basedir, "$module/seen/token").text == new File(basedir, 'seen/token').text
}
assert log.readLines().count { it.contains('Started a sandbox at') } == 1
assert log.readLines().count { it.contains('Logged in as') } == 1
assert new LeakSearch(['fake-Pa55word-for-tests', 'fake-Pa55word-from-the-environment', new File(basedir, 'seen/token').text])
    .text('build.log', log).found() == []
