def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

assert api.connections() == 0
assert log.readLines().count { it.contains('Ended the sandbox.') } == 2
assert log.readLines().count { it.contains('Failed to execute goal') && it.contains('The sandbox of this build has ended') } == 2
assert new io.github.netnutmaven.testkit.LeakSearch(['fake-Pa55word-for-tests'] + api.tokens()).text('build.log', log).found() == []
