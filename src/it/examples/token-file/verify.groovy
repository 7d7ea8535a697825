import groovy.xml.XmlSlurper
import io.github.netnutmaven.testkit.LeakSearch
import java.nio.file.Files

def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text
assert log.readLines().count { it.contains('Logged in as ') } == 2
assert log.readLines().count { it.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0') && it.contains('TokenFileIT') } == 2

// In the second build, login and the test used the gateway.
assert api.requests()*.path() == ['login', 'authenticated', 'authenticated'].collect { "/gateway/v1/auth/$it".toString() }
def report = new XmlSlurper().parse(new File(basedir, 'target/failsafe-reports/failsafe-summary.xml'))
assert report.completed.text() == '1' && report.failures.text() == '0' && report.errors.text() == '0'

def files = new File(basedir, 'target/netnut')
def token = new File(files, 'token').text
assert token == api.tokens()[0]
assert new File(files, 'token.env').readLines().findAll()*.replaceAll(/=.*/, '') == ['NETNUT_TOKEN', 'NETNUT_API_URL', 'NETNUT_TOKEN_EXPIRES_AT']
['token', 'token.env'].each {
    assert Files.getPosixFilePermissions(new File(files, it).toPath())*.name().toSet() == ['OWNER_READ', 'OWNER_WRITE'] as Set
}

// The tokens are nowhere else, not even in the output of -X. Those of the sandbox are random, but all JWTs begin alike.
assert log.contains('[DEBUG]')
files.deleteDir()
def search = new LeakSearch(['eyJhbGciOi', 'fake-Pa55word-for-tests', token]).text('build.log', log).path(new File(basedir, 'target').toPath())
assert search.found() == []
return true
