import io.github.netnutmaven.testkit.BuildsInOneJvm

// This project is target/it/<version>/more/<name>, and its Maven target/maven/apache-maven-<version>.
def version = basedir.parentFile.parentFile.name
def maven = new File(basedir.parentFile.parentFile.parentFile.parentFile, "maven/apache-maven-$version")
def jars = ['boot', 'lib'].collectMany { new File(maven, it).listFiles().findAll { it.name.endsWith('.jar') } }
def testClasses = new File(BuildsInOneJvm.protectionDomain.codeSource.location.toURI())
def settings = new File(basedir.parentFile.parentFile, 'interpolated-settings.xml')
def options = "-B -ntp -s $settings -Dmaven.repo.local=$localRepositoryPath verify"
def java = [new File(System.getProperty('java.home'), 'bin/java').path, '-Xmx128m',
    '-cp', (jars + [testClasses]).join(File.pathSeparator),
    "-Dmaven.home=$maven", "-Dmaven.multiModuleProjectDirectory=$basedir",
    BuildsInOneJvm.name, basedir.path, options, "-Pfails $options", options]
def process = new ProcessBuilder(java*.toString()).directory(basedir).redirectErrorStream(true).start()
process.outputStream.close()
def said = process.inputStream.text
new File(basedir, 'one-jvm.log').text = said

def lines = said.readLines()
assert lines.findAll { it.startsWith('EXIT ') } == ['EXIT 0', 'EXIT 1', 'EXIT 0']
assert lines.contains('THREADS 0')

// One for each build if we held on to it; Maven 3.9 itself keeps its first container, and with it each plugin's loader.
def loaders = lines.find { it.startsWith('OURS ') }.substring(5) as int
assert loaders <= 1

def ports = (said =~ 'Started a sandbox at http://127\\.0\\.0\\.1:([0-9]+)/').collect { it[1] as int }
assert ports.size() == 3
ports.each { port ->
    try {
        new Socket('127.0.0.1', port).close()
        assert false: "port $port is still open"
    } catch (ConnectException e) {
        // as it should be
    }
}
return true
