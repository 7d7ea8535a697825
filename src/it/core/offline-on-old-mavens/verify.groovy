import io.github.netnutmaven.testkit.MavenUnderTest
import java.nio.file.Files

// A local repository that has only this plugin.
def repository = new File(basedir, 'repository')
def plugin = 'io/github/netnutmaven'
new File(localRepositoryPath, plugin).eachFileRecurse {
    def copy = new File(repository, localRepositoryPath.toPath().relativize(it.toPath()).toString())
    it.directory ? copy.mkdirs() : [copy.parentFile.mkdirs(), Files.copy(it.toPath(), copy.toPath())]
}
def maven = new MavenUnderTest(basedir, repository)
def run = { String... arguments ->
    def process = maven.process(maven.command() + arguments.toList(), [:]).start()
    process.outputStream.close()
    def output = process.inputStream.getText('UTF-8')
    [exit: process.waitFor(), output: output]
}

def fetched = run('dependency:go-offline')
assert fetched.exit == 0: fetched.output
def offline = run('-o', 'verify')
assert offline.exit == 1
assert offline.output.contains('plexus-utils:jar:1.1 has not been downloaded'): offline.output
def online = run('verify')
assert online.exit == 0: online.output
def again = run('-o', 'verify')
assert again.exit == 0: again.output
assert again.output.contains('Logged in as s***@example.com')
return true
