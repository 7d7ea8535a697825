import groovy.xml.XmlSlurper
import io.github.netnutmaven.testkit.LeakSearch

def log = new File(basedir, 'build.log').text
assert log.readLines().count { it.contains('Logged in as ') } == 1
assert log.readLines().count { it.contains('Searched ') && it.endsWith(': no token found.') } == 2

def report = new XmlSlurper().parse(new File(basedir, 'target/failsafe-reports/failsafe-summary.xml'))
assert report.completed.text() == '1' && report.failures.text() == '0' && report.errors.text() == '0'

// The token is random, but all JWTs begin alike.
def search = new LeakSearch(['eyJhbGciOi']).text('build.log', log).path(new File(basedir, 'target').toPath())
assert search.found() == []
return true
