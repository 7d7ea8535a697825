import groovy.xml.XmlSlurper
import io.github.netnutmaven.testkit.LeakSearch

// Docker and Newman may be missing; the other tests run everywhere.
def log = new File(basedir, 'build.log').text
def report = new XmlSlurper().parse(new File(basedir, 'target/failsafe-reports/failsafe-summary.xml'))
assert report.completed.text() == '5' && report.failures.text() == '0' && report.errors.text() == '0'
assert (report.skipped.text() as int) <= 2
// After -Pci-recipes, Newman is there.
if (new File(basedir, '../../../../ci-recipes/node_modules/.bin/newman').exists()) {
    assert log.contains('accepts the token')
}

// The token is random, but all JWTs begin alike.
def search = new LeakSearch(['eyJhbGciOi']).text('build.log', log).path(new File(basedir, 'target').toPath())
assert search.found() == []
return true
