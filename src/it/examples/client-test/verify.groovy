import io.github.netnutmaven.testkit.LeakSearch

def log = new File(basedir, 'build.log').text
assert log.readLines().count { it.contains('Tests run: 3, Failures: 0, Errors: 0, Skipped: 0') } > 0
// Without its file, a call is not found.
assert log.readLines().count { it.contains('GET /customer/usage/myusage was answered with 404') } > 0

// The token is random, but all JWTs begin alike.
assert new LeakSearch(['eyJhbGciOi']).text('build.log', log).path(new File(basedir, 'target').toPath()).found() == []
return true
