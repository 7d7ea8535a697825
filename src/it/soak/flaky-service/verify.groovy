import io.github.netnutmaven.testkit.FlakyService
import io.github.netnutmaven.testkit.LeakSearch
import io.github.netnutmaven.testkit.ManyBuildsInOneJvm
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit

// The limits of one build: two goals of 4 s each; a login sends at most 1 + 3 requests in case of faults and 7 in case of throttling.
def limit = 2 * 4_000
def logins = 1 + 3 + 7
def inOneJvm = 1000
def inProcesses = 200

// This project is target/it/maven-3.9.16/soak/flaky-service, and its Maven target/maven/apache-maven-3.9.16.
def target = basedir.parentFile.parentFile.parentFile.parentFile
def maven = new File(target, 'maven/apache-maven-3.9.16')
def service = new FlakyService(0.2, 20261124)
// The user's own settings vouch for the address of each build.
def home = new File(basedir, 'home')
def settings = new File(home, '.m2/settings.xml')
settings.parentFile.mkdirs()
settings.text = new File(basedir.parentFile.parentFile, 'interpolated-settings.xml').text.replace('<settings>', '<settings><servers>' + (0..<inOneJvm + inProcesses).collect {
    """<server><id>b$it</id><username>me@example.com</username><password>fake-Pa55word-for-tests</password>
    <configuration><apiUrl>${service.urls()}$it</apiUrl></configuration></server>"""
}.join() + '</servers>')
def options = "-B -ntp -e -s $settings -Dmaven.repo.local=$localRepositoryPath -Dnetnut.serverId=b# verify"

def jars = ['boot', 'lib'].collectMany { new File(maven, it).listFiles().findAll { it.name.endsWith('.jar') } }
def testClasses = new File(ManyBuildsInOneJvm.protectionDomain.codeSource.location.toURI())
def java = [new File(System.getProperty('java.home'), 'bin/java').path, '-Xmx256m',
    '-cp', (jars + [testClasses]).join(File.pathSeparator),
    "-Dmaven.home=$maven", "-Dmaven.multiModuleProjectDirectory=$basedir",
    ManyBuildsInOneJvm.name, basedir.path, inOneJvm, options]
def many = new ProcessBuilder(java*.toString()).directory(basedir).redirectErrorStream(true)
many.environment().put('HOME', home.path)
def process = many.start()
process.outputStream.close()
def said = process.inputStream.text
new File(basedir, 'one-jvm.log').text = said
assert process.waitFor() == 0

def builds = (said =~ /BUILD (\d+) EXIT (\d) MILLIS (\d+)/).collect { [it[2] as int, it[3] as int] }
assert builds.size() == inOneJvm
def failed = builds.count { it[0] != 0 }
def state = { when -> (said =~ /$when threads (\d+) descriptors (\d+) loaders (\d+)/)[0][1..3]*.toInteger() }
def (first, last) = [state('FIRST'), state('LAST')]

def pool = Executors.newFixedThreadPool(2)
def processes = (inOneJvm..<inOneJvm + inProcesses).collect { number ->
    pool.submit({
        def log = new File(basedir, "process-${number}.log")
        def command = ([new File(maven, 'bin/mvn').path] + options.replace('#', "$number").split(' ').toList())*.toString()
        def builder = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true).redirectOutput(log)
        builder.environment().put('HOME', home.path)
        builder.environment().put('MAVEN_OPTS', '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC')
        def one = builder.start()
        // A watchdog for a hang, generous enough for a slow machine.
        def ended = one.waitFor(120, TimeUnit.SECONDS)
        [ended, ended ? one.exitValue() : -1, log]
    } as java.util.concurrent.Callable)
}*.get()
pool.shutdown()

def summary = "In one JVM $inOneJvm builds, $failed of them failed; slowest ${builds*.getAt(1).max()} ms." +
    " After 50: threads, descriptors, class loaders ${first}; at the end ${last}." +
    " In processes $inProcesses builds, ${processes.count { it[1] != 0 }} failed." +
    " Calls: ${service.calls()}; most logins of a build: ${(0..<inOneJvm + inProcesses).collect { service.logins(it) }.max()}."
println summary
new File(basedir, 'summary.txt').text = summary

assert processes.every { it[0] }
// A watchdog for a hang, generous enough for a slow machine.
assert builds.every { it[1] < limit + 120_000 }
assert (0..<inOneJvm + inProcesses).every { service.logins(it) in 1..logins }
[said, *processes.collect { it[2].text }].each {
    assert new LeakSearch(['fake-Pa55word-for-tests', FlakyService.TOKEN]).text('log', it).found() == []
}
// Every failure has a message of the plugin.
assert said.findAll('BUILD FAILURE').size() == failed
assert said.findAll(/ERROR.* Failed to execute goal .*netnut-maven-plugin.*: (Tried to|Checked the token|Logged in as)/).size() == failed
assert last[0] <= first[0] && last[1] <= first[1] && last[2] <= first[2]
service.close()
return true
