import groovy.xml.XmlSlurper
import io.github.netnutmaven.testkit.LeakSearch

def log = new File(basedir, 'build.log').text
assert log.readLines().count { it.contains('Logged in as ') } == 1
assert log.readLines().count { it.contains('Searched ') && it.endsWith(': no token found.') } == 2

// The test passed in the first build; it failed in the second one, with a reason.
assert log.readLines().count { it.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0') } > 0
assert log.readLines().count { it.contains('IllegalStateException') && it.contains('NETNUT_TOKEN is not set: run netnut:login first, or set it in your IDE.') } > 0
def report = new XmlSlurper().parse(new File(basedir, 'target/failsafe-reports/failsafe-summary.xml'))
assert report.completed.text() == '1' && report.errors.text() == '1'

// The token is random, but all JWTs begin alike.
def search = new LeakSearch(['eyJhbGciOi']).text('build.log', log).path(new File(basedir, 'target').toPath())
assert search.found() == []
return true
