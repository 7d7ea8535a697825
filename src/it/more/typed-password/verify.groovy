import groovy.xml.XmlSlurper
import io.github.netnutmaven.testkit.LeakSearch
import io.github.netnutmaven.testkit.MavenUnderTest

def api = context.get('api')
def log = new File(basedir, 'build.log').text
assert log.contains("there are no credentials: there is no <server> 'netnut' in ")
assert api.connections() == 0

def maven = new MavenUnderTest(basedir, localRepositoryPath)
def plugin = new XmlSlurper().parse(new File(basedir, 'pom.xml')).build.plugins.plugin
def goal = "${plugin.groupId}:${plugin.artifactId}:${plugin.version}:login"

// Runs Maven at a real terminal; each answer is typed when its question stands there.
def atTerminal = { String arguments, Map<String, String> answers ->
    def command = "${maven.command().join(' ')} -Dnetnut.apiUrl=${api.url()} $arguments"
    def builder = new ProcessBuilder('script', '-qefc', command.toString(), '/dev/null').directory(basedir).redirectErrorStream(true)
    // Maven 4 is not interactive where it finds one of these, and the tests may well run on a CI server.
    def ofCi = ['CI', 'CIRCLECI', 'GITHUB_ACTIONS', 'TEAMCITY_VERSION', 'TRAVIS', 'WORKSPACE']
    builder.environment().keySet().removeAll { it in ofCi || it.startsWith('NETNUT_') }
    builder.environment().put('XDG_CACHE_HOME', new File(basedir.parentFile, 'typed-password-caches').path)
    def process = builder.start()
    def said = new StringBuilder()
    def reader = new InputStreamReader(process.inputStream, 'UTF-8')
    def open = new LinkedHashMap(answers)
    if (open.isEmpty()) {
        process.outputStream.close()
    }
    for (int c = reader.read(); c >= 0; c = reader.read()) {
        said.append((char) c)
        def next = open.keySet().find()
        if (next != null && said.toString().endsWith(next)) {
            process.outputStream.write((open.remove(next) + '\n').getBytes('UTF-8'))
            process.outputStream.flush()
        }
    }
    assert open.isEmpty(): "not asked: ${open.keySet()}\n$said"
    [exit: process.waitFor(), said: said.toString()]
}

new File(basedir.parentFile, 'typed-password-caches').deleteDir()
def asked = atTerminal(goal, ['NetNut account (e-mail): ': 'me@example.com', 'Password of me@example.com: ': 'fake-Pa55word-for-tests'])
assert asked.exit == 0: asked.said
assert asked.said.count('NetNut account (e-mail): ') == 1
assert asked.said.count('Password of ') == 1
assert asked.said.contains('Logged in as m')
assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated']
assert new LeakSearch(['fake-Pa55word-for-tests'] + api.tokens()).text('terminal', asked.said).found() == []

// That filled the cache: nobody is asked again that day, nor needs a stored password, whatever runs the goal.
[goal, 'initialize', "-B $goal"].each {
    def unasked = atTerminal(it.toString(), [:])
    assert unasked.exit == 0: unasked.said
    assert unasked.said.contains('Using the cached token of the account that was typed')
    assert !unasked.said.contains('NetNut account')
}
assert api.logins() == 1

// Without it, bound to a phase or in batch mode, nobody is asked.
['initialize', "-B $goal"].each {
    def unasked = atTerminal("-Dnetnut.cache=off $it", [:])
    assert unasked.exit != 0
    assert unasked.said.contains('there are no credentials')
    assert !unasked.said.contains('NetNut account')
}

// After a logout the next one is asked again; a wrong password is sent once.
assert atTerminal(goal.replace(':login', ':logout'), [:]).said.contains('Forgot the token.')
def wrong = atTerminal(goal, ['NetNut account (e-mail): ': 'me@example.com', 'Password of me@example.com: ': 'fake-typo-for-tests'])
assert wrong.exit != 0
assert wrong.said.contains('the server refused')
assert api.logins() == 2
api.close()
return true
