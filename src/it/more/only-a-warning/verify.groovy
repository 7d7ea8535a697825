import io.github.netnutmaven.testkit.LeakSearch

def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

assert api.requests()*.path() == ['/v1/auth/login']
def warnings = log.readLines().findAll { it.contains('WARN') && it.contains('the server refused (400): "Invalid email or password: ***"') }
assert warnings.size() == 1 && warnings[0].endsWith('The build continues, because failOnError is false.')
['.', 'one', 'two'].each { assert new File(basedir, "$it/seen").text == '${netnut.token}' }
assert new LeakSearch(['fake-wrong-Pa55word']).text('build.log', log).found() == []
