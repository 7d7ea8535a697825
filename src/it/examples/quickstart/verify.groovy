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

// The README shows three of these lines, and the picture of the site's first page five; ports, times and counts differ, and
// Maven 4 marks what a test prints.
def withoutNumbers = { List lines -> lines*.replaceAll('[0-9]+', '0') }
def sources = new File(basedir, '../../../../..')
def inReadme = (new File(sources, 'README.md').text =~ /(?s)```text\n(.*?)```/)[0][1].readLines()
def inPicture = new XmlSlurper().parse(new File(sources, 'src/site/resources/images/terminal.svg')).text*.text()
assert inReadme.size() == 3 && inPicture.size() == 6
assert inPicture[0] == '$ mvn verify'
assert withoutNumbers(log.readLines()*.replace('[INFO] [stdout] ', '')).containsAll(withoutNumbers(inReadme + inPicture.tail()))
