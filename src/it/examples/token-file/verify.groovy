import groovy.xml.XmlSlurper
import io.github.netnutmaven.testkit.LeakSearch
import java.nio.file.Files

def log = new File(basedir, 'build.log').text
assert log.readLines().count { it.contains('Logged in as ') } == 1
def report = new XmlSlurper().parse(new File(basedir, 'target/failsafe-reports/failsafe-summary.xml'))
assert report.completed.text() == '1' && report.failures.text() == '0' && report.errors.text() == '0'

def files = new File(basedir, 'target/netnut')
def token = new File(files, 'token').text
assert new File(files, 'token.env').text == "NETNUT_TOKEN=$token\n"
['token', 'token.env'].each {
    assert Files.getPosixFilePermissions(new File(files, it).toPath())*.name().toSet() == ['OWNER_READ', 'OWNER_WRITE'] as Set
}

// The token is nowhere else, not even in the output of -X. It is a JWT, so its parts are searched for, too.
assert log.contains('[DEBUG]')
files.deleteDir()
def search = new LeakSearch([token] + token.tokenize('.')).text('build.log', log).path(new File(basedir, 'target').toPath())
assert search.found() == []
return true
