import io.github.netnutmaven.testkit.LeakSearch

def service = context.get('service')
service.close()
def log = new File(basedir, 'build.log').text
def builds = log.split('Scanning for projects')
assert builds.size() == 3
builds.tail().each { assert it.contains('Tests run: 3, Failures: 0, Errors: 0, Skipped: 0') }
assert builds[1].contains('Started a sandbox at ')
assert builds[2].contains("Logged in as s***@example.com at ${service.url()}")

// The token is random, but all JWTs begin alike.
assert new LeakSearch(['eyJhbGciOi']).text('build.log', log).path(new File(basedir, 'target').toPath()).found() == []
return true
