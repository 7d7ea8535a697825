import io.github.netnutmaven.testkit.LeakSearch

def real = context.get('real')
real.close()
def log = new File(basedir, 'build.log').text
def lines = log.readLines()

assert real.connections() == 0
assert lines.count { it.contains('Started a sandbox at') } == 1
assert lines.count { it.contains('Logged in as s***@example.com') } == 1
def url = new File(basedir, 'seen/sandbox').text
['.', 'one', 'two'].each { module ->
    assert new File(basedir, "$module/seen/sandbox").text == url
    assert new File(basedir, "$module/seen/apiUrl").text == url
    assert new File(basedir, "$module/seen/token").text == new File(basedir, 'seen/token').text
}

// leak-check does not confirm files that do not exist yet.
assert lines.count { it.contains('netnut:leak-check cannot search all files of the module') } == 1
assert lines.count { it.contains('token found') || it.contains('password found') } == 0
assert new LeakSearch(['fake-Pa55word-for-tests', 'fake-token-from-the-environment', new File(basedir, 'seen/token').text])
    .text('build.log', log).found() == []
