import io.github.netnutmaven.testkit.LeakSearch
import io.github.netnutmaven.testkit.MavenUnderTest
import java.util.concurrent.TimeUnit

// The page's only command. The application ends the dev mode.
def page = 'markdown/other-tools.md'
def commands = (new File(basedir, "../../../../../src/site/$page").text =~ /(?ms)^```sh\n(.*?)^```$/).collect { it[1] }
def maven = new MavenUnderTest(basedir, localRepositoryPath)
maven.writeScript()
def log = new File(basedir, 'page.log')
def builder = maven.process(['sh', '-e', '-c', commands.join()], [:]).redirectOutput(log)
def process = builder.start()
process.outputStream.close()
def ended = process.waitFor(5, TimeUnit.MINUTES)
process.descendants().each { it.destroyForcibly() }
assert ended && process.exitValue() == 0: log.text
def address = (log.text =~ /Started a sandbox at (\S+)/)[0][1]
assert log.readLines().containsAll(["The application's address: $address".toString(), "The application's token: status 200"])

// The token is random, but all JWTs begin alike.
assert new LeakSearch(['eyJhbGciOi']).text('page.log', log.text).found() == []
return true
