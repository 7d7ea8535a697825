import io.github.netnutmaven.testkit.LeakSearch
import io.github.netnutmaven.testkit.MavenUnderTest

def api = context.get('api')
def log = new File(basedir, 'build.log').text
def url = (log =~ 'Started a sandbox at (\\S+) ')[0][1]
assert log.contains("The API at $url accepts the token of this build.")
assert api.requests() == []

def mvn = new MavenUnderTest(basedir, localRepositoryPath).writeScript()

def run = { List command, Map variables ->
    def builder = new ProcessBuilder(command*.toString()).directory(basedir).redirectErrorStream(true)
    builder.environment().keySet().removeAll { it.startsWith('NETNUT_') }
    builder.environment().putAll([CI: 'true', NETNUT_API_URL: api.url(), PATH: "${mvn.parent}:${System.getenv('PATH')}".toString()] + variables)
    def process = builder.start()
    process.outputStream.close()
    def said = process.inputStream.text
    assert process.waitFor() == 0: said
    said
}

// The job logs in once: its second and third step get the token from the file.
def job = run(['sh', 'job.sh'], [NETNUT_EMAIL: 'me@example.com', NETNUT_PASSWORD: 'fake-Pa55word-for-tests'])
assert api.logins() == 1
assert !job.contains('Started a sandbox')
assert job.readLines().count { it.contains('Took the token from NETNUT_TOKEN_FILE') } == 1
assert job.contains("The API at ${api.url()} accepts the token of this build.")

// A token from the variable is used as well, without a login.
def token = api.tokens()[0]
def step = run([mvn, '-Dnetnut.sandbox.skip', 'initialize'], [NETNUT_TOKEN: token])
assert step.contains('Took the token from NETNUT_TOKEN for ')
assert !step.contains('Started a sandbox')
assert api.logins() == 1
api.close()

def search = new LeakSearch([token, 'fake-Pa55word-for-tests', 'eyJhbGciOi'])
    .text('build.log', log)
    .text('job', job)
    .text('step', step)
    .path(new File(basedir, 'target').toPath())
assert search.found() == []
return true
