import groovy.xml.XmlSlurper
import io.github.netnutmaven.testkit.LeakSearch

def log = new File(basedir, 'build.log').text
assert log.readLines().count { it.contains('Logged in as ') } == 1
def url = (log =~ 'Started a sandbox at (\\S+) ')[0][1]

// The token is random, but all JWTs begin alike.
def search = new LeakSearch(['eyJhbGciOi']).text('build.log', log)
['.'].each { module ->
    def target = new File(basedir, "$module/target")
    def report = new XmlSlurper().parse(new File(target, 'failsafe-reports/failsafe-summary.xml'))
    assert report.completed.text() == '1' && report.failures.text() == '0' && report.errors.text() == '0'
    assert log.contains("The API at $url accepts the token of this build.")
    search.path(target.toPath())
}
assert search.found() == []

// The README shows three of these lines; ports, times and counts differ.
def withoutNumbers = { List lines -> lines*.replaceAll('[0-9]+', '0') }
def readme = new File(basedir, '../../../../../README.md').text
def shown = (readme =~ /(?s)```text\n(.*?)```/)[0][1].readLines()
assert shown.size() == 3
assert withoutNumbers(log.readLines()).containsAll(withoutNumbers(shown))
