import io.github.netnutmaven.testkit.LeakSearch
import io.github.netnutmaven.testkit.MavenUnderTest

def api = context.get('api')
def log = new File(basedir, 'build.log').text
def url = (log =~ 'Started a sandbox at (\\S+) ')[0][1]
assert log.contains("The API at $url accepts the token of this build.")
assert api.requests() == []

def maven = new MavenUnderTest(basedir, localRepositoryPath)
maven.writeScript()

// The job logs in once: its second and third step get the token from the file.
def account = [NETNUT_API_URL: api.url(), NETNUT_EMAIL: 'me@example.com', NETNUT_PASSWORD: 'fake-Pa55word-for-tests']
def job = MavenUnderTest.output(maven.process(['sh', 'job.sh'], account))
assert api.logins() == 1
assert !job.contains('Started a sandbox')
assert job.readLines().count { it.contains('Took the token from NETNUT_TOKEN_FILE') } == 1
assert job.contains("The API at ${api.url()} accepts the token of this build.")

api.close()

def search = new LeakSearch(api.tokens() + ['fake-Pa55word-for-tests', 'eyJhbGciOi'])
    .text('build.log', log)
    .text('job', job)
    .path(new File(basedir, 'target').toPath())
assert search.found() == []
return true
