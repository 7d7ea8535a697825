import io.github.netnutmaven.testkit.MavenUnderTest
import io.github.netnutmaven.testkit.SilentServer
import java.util.concurrent.TimeUnit

def maven = new MavenUnderTest(basedir, localRepositoryPath)
new File(basedir, '.mvn').mkdirs()

/** A build whose JVM has these options of the project. */
def build = { String name, String options, List<String> arguments, List<String> before = [] ->
    new File(basedir, '.mvn/jvm.config').text = options + '\n'
    def log = new File(basedir, name + '.log')
    def builder = new ProcessBuilder(before + maven.command() + ['-B', '-Dnetnut.retries=0'] + arguments)
            .directory(basedir).redirectErrorStream(true).redirectOutput(log)
    builder.environment() << [NETNUT_API_URL: 'http://localhost:8080/v1', NETNUT_EMAIL: 'me@example.com', NETNUT_PASSWORD: 'fake-password', JAVA_HOME: System.getProperty('java.home')]
    def process = builder.start()
    process.outputStream.close()
    assert process.waitFor(5, TimeUnit.MINUTES)
    [status: process.exitValue(), log: log.text]
}

new File(basedir, '.mvn/hosts').text = '10.9.9.9 localhost\n'
// In a separate network, where the system allows that: nothing could leave this machine even without the check.
def alone = ['unshare', '-rn', 'true'].execute().waitFor() == 0 ? ['unshare', '-rn'] : []
def hosts = build('hosts', '-Djdk.net.hosts.file=.mvn/hosts', ['initialize'], alone)
assert hosts.status != 0
assert hosts.log.contains('localhost is another machine here, 10.9.9.9, so no connection was made.')

try (def socks = new SilentServer()) {
    def options = "-DsocksProxyHost=127.0.0.1 -DsocksProxyPort=${socks.port()} -DsocksNonProxyHosts="
    def sandbox = build('socks', options, ['-o', 'netnut:sandbox-start', 'netnut:login'])
    assert sandbox.status == 0
    assert socks.connections() == 0
}
return true
