import io.github.netnutmaven.testkit.LeakSearch

def service = context.get('service')
service.close()
def log = new File(basedir, 'build.log').text
def builds = log.split('Scanning for projects')
assert builds.size() == 4
[builds[1], builds[3]].each { assert it.contains('Tests run: 3, Failures: 0, Errors: 0, Skipped: 0') }
assert builds[1].contains('Started a sandbox at ')
assert builds[3].contains("Logged in as s***@example.com at ${service.url()}")
// Without its file, a call is not found.
assert builds[2].contains('GET /customer/usage/myusage was answered with 404')

// The token is random, but all JWTs begin alike.
assert new LeakSearch(['eyJhbGciOi']).text('build.log', log).path(new File(basedir, 'target').toPath()).found() == []
return true
