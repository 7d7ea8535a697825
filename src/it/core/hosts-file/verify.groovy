import io.github.netnutmaven.testkit.MavenUnderTest
import java.util.concurrent.TimeUnit

def maven = new MavenUnderTest(basedir, localRepositoryPath)
def hosts = new File(basedir, '.mvn/hosts')
hosts.parentFile.mkdirs()
hosts.text = '10.9.9.9 localhost\n'
new File(basedir, '.mvn/jvm.config').text = '-Djdk.net.hosts.file=.mvn/hosts\n'

// In a separate network, where the system allows that: nothing could leave this machine even without the check.
def alone = ['unshare', '-rn', 'true'].execute().waitFor() == 0 ? ['unshare', '-rn'] : []
def log = new File(basedir, 'hosts-file.log')
def builder = new ProcessBuilder(alone + maven.command() + ['-B', '-Dnetnut.retries=0', 'initialize'])
        .directory(basedir).redirectErrorStream(true).redirectOutput(log)
builder.environment() << [NETNUT_API_URL: 'http://localhost:8080/v1', NETNUT_EMAIL: 'me@example.com', NETNUT_PASSWORD: 'fake-password', JAVA_HOME: System.getProperty('java.home')]
def process = builder.start()
process.outputStream.close()
assert process.waitFor(5, TimeUnit.MINUTES)
assert process.exitValue() != 0
assert log.text.contains('localhost is another machine here, 10.9.9.9, so no connection was made.')
return true
