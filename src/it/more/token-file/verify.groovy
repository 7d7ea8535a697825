import io.github.netnutmaven.testkit.LeakSearch
import java.nio.file.Files

def api = context.get('api')
api.close()
def token = api.tokens()[0]
assert api.logins() == 1

// An old line that is too short is overwritten with blanks, because other processes may append at the same time. Readers skip empty lines.
def lines = new File(basedir, 'target/job.env').readLines().findAll()
assert lines[0..3] == ['A=1', 'B=2', "NETNUT_TOKEN=$token", "NETNUT_API_URL=${api.url()}"]*.toString()
assert lines[4] =~ /^NETNUT_TOKEN_EXPIRES_AT=\S+Z$/ && lines.size() == 5
assert Files.getPosixFilePermissions(new File(basedir, 'target/job.env').toPath())*.name().toSet() ==
    ['OWNER_READ', 'OWNER_WRITE', 'GROUP_READ', 'OTHERS_READ'] as Set
['', 'one/', 'two/'].each {
    def file = new File(basedir, "${it}target/secrets/token")
    assert file.text == token
    assert Files.getPosixFilePermissions(file.toPath())*.name().toSet() == ['OWNER_READ', 'OWNER_WRITE'] as Set
}

// The token is not in the log, the filtered resources or the jars.
def search = new LeakSearch([token, 'fake-Pa55word-for-tests']).text('build.log', new File(basedir, 'build.log').text)
['one', 'two'].each { module ->
    assert new File(basedir, "$module/target/classes/app.properties").text.trim() == 'token=${netnut.token}'
    new File(basedir, "$module/target/secrets").deleteDir()
    search.path(new File(basedir, "$module/target").toPath())
}
assert search.found() == []
return true
