import groovy.xml.XmlSlurper
import io.github.netnutmaven.testkit.LeakSearch
import io.github.netnutmaven.testkit.MavenUnderTest

def api = context.get('api')
def log = new File(basedir, 'build.log').text
assert log.contains("there are no credentials: there is no <server> 'netnut' in ")
assert api.connections() == 0

def maven = new MavenUnderTest(basedir, localRepositoryPath)
def plugin = new XmlSlurper().parse(new File(basedir, 'pom.xml')).build.plugins.plugin
def goal = "${plugin.groupId}:${plugin.artifactId}:${plugin.version}:login".toString()

// Runs a command at a real terminal and types each answer when its prompt appears.
def typed = { String command, Map<String, String> answers ->
    def builder = maven.process(['script', '-qefc', command, '/dev/null'],
        [NETNUT_API_URL: api.url(), XDG_CACHE_HOME: new File(basedir.parentFile, 'typed-password-caches')])
    // Maven 4 is not interactive if one of these is set, and the tests may run on a CI server.
    def ofCi = ['CI', 'CIRCLECI', 'GITHUB_ACTIONS', 'TEAMCITY_VERSION', 'TRAVIS', 'WORKSPACE']
    builder.environment().keySet().removeAll(ofCi)
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
def withMaven = { String arguments -> "${maven.command().join(' ')} $arguments".toString() }
def atTerminal = { String arguments, Map<String, String> answers -> typed(withMaven(arguments), answers) }

new File(basedir.parentFile, 'typed-password-caches').deleteDir()
def prompt = "NetNut account (e-mail) for ${api.url()} (from NETNUT_API_URL): ".toString()
def asked = atTerminal(goal, [(prompt): 'me@example.com', 'Password of me@example.com: ': 'fake-Pa55word-for-tests'])
assert asked.exit == 0: asked.said
assert asked.said.count(prompt) == 1
assert asked.said.count('Password of ') == 1
assert asked.said.contains('Logged in as m')
assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated']
assert new LeakSearch(['fake-Pa55word-for-tests'] + api.tokens()).text('terminal', asked.said).found() == []

// Now the token is cached: no prompt and no stored password is needed that day. A check names the account, but shortened.
def silent = atTerminal("initialize ${goal.replace(':login', ':check')}", [:])
assert silent.exit == 0: silent.said
assert silent.said.contains('Using the cached token of the account that was typed')
assert silent.said.contains('account:  m***@example.com, typed for netnut:login; password not stored')
assert !silent.said.contains('NetNut account') && !silent.said.contains('me@example.com')
assert api.logins() == 1

// Without the cache there is no prompt if the goal is bound to a phase.
def bound = atTerminal('-Dnetnut.cache=off initialize', [:])
assert bound.exit != 0
assert bound.said.contains('there are no credentials')
assert !bound.said.contains('NetNut account')

// After a logout the login prompts again; a wrong password is sent once.
def wrong = atTerminal("${goal.replace(':login', ':logout')} $goal", [(prompt): 'me@example.com', 'Password of me@example.com: ': 'fake-typo-for-tests'])
assert wrong.exit != 0
assert wrong.said.contains('Forgot the token.')
assert wrong.said.contains('the server refused')
assert api.logins() == 2

// After Ctrl-C at the password, the terminal has its echo again: Maven 4 needs what the FAQ says.
def way = (new File(basedir, '../../../../../src/site/markdown/faq.md').text =~ /Type `(stty [a-z]+)`/)[0][1]
def ended = typed("trap : INT; ${withMaven(goal)}; $way; echo Then; stty -a".toString(), [(prompt): 'me@example.com', 'Password of me@example.com: ': '\u0003'])
assert ended.said.split('Then')[1].contains(' echo '): ended.said
assert api.logins() == 2
api.close()
return true
