import io.github.netnutmaven.testkit.BuildsInOneJvm
import io.github.netnutmaven.testkit.MavenUnderTest

def maven = new MavenUnderTest(basedir, localRepositoryPath)
def jars = ['boot', 'lib'].collectMany { new File(maven.home(), it).listFiles().findAll { it.name.endsWith('.jar') } }
def testClasses = new File(BuildsInOneJvm.protectionDomain.codeSource.location.toURI())
def options = "-B -ntp -s ${maven.settings()} -Dmaven.repo.local=$localRepositoryPath verify"
def java = [new File(System.getProperty('java.home'), 'bin/java').path, '-Xmx128m',
    '-cp', (jars + [testClasses]).join(File.pathSeparator),
    "-Dmaven.home=${maven.home()}", "-Dmaven.multiModuleProjectDirectory=$basedir",
    BuildsInOneJvm.name, basedir.path, options, "-Pfails $options", options]
def process = new ProcessBuilder(java*.toString()).directory(basedir).redirectErrorStream(true).start()
process.outputStream.close()
def said = process.inputStream.text
new File(basedir, 'one-jvm.log').text = said

def lines = said.readLines()
assert lines.findAll { it.startsWith('EXIT ') } == ['EXIT 0', 'EXIT 1', 'EXIT 0']
assert lines.contains('THREADS 0')

// There would be one for each build if the plugin kept it. Maven 3.9 keeps its first container, with the class loader of each plugin.
def loaders = lines.find { it.startsWith('OURS ') }.substring(5) as int
assert loaders <= 1

def ports = (said =~ 'Started a sandbox at http://127\\.0\\.0\\.1:([0-9]+)/').collect { it[1] as int }
assert ports.size() == 3
ports.each { port ->
    try {
        new Socket('127.0.0.1', port).close()
        assert false: "port $port is still open"
    } catch (ConnectException e) {
        // The port is closed, as expected.
    }
}
return true
