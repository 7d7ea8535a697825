import io.github.netnutmaven.testkit.LeakSearch

def log = new File(basedir, 'build.log').text
def found = log.readLines().findAll { it.contains('(most likely a request that a test tool recorded). Mask the header Authorization') }

// The first build recorded the header in both directories, the second one masked it.
assert found.any { it ==~ /.*  allure-results\/.*-attachment\.html: the token .*/ }
assert found.any { it ==~ /.*  src\/test\/resources\/mappings\/.*\.json: the token .*/ }
assert log.findAll(/Searched [0-9]+ files and [0-9]+ archive entries, and found a leak in [0-9]+ places/).size() > 0
assert log.findAll(/Searched [0-9]+ files and [0-9]+ archive entries: no token found\./).size() == 1

// The token is random, but all JWTs begin alike.
assert new LeakSearch(['eyJhbGciOi']).text('build.log', log).found() == []
