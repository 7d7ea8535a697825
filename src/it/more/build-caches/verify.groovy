import io.github.netnutmaven.testkit.LeakSearch
import io.github.netnutmaven.testkit.MavenUnderTest

def log = new File(basedir, 'build.log').text
assert log.readLines().count { it.contains('Logged in as ') } == 2
assert log.readLines().count { it.contains('WARN') && it.contains('The Maven Build Cache Extension skips netnut:login') } == 1
assert log.readLines().count { it.contains('WARN') && it.contains('The Maven Build Cache Extension stores the parameters of all goals') } == 1

// The older versions of the extension know Maven 3.9 only.
def maven = new MavenUnderTest(basedir, localRepositoryPath)
(maven.version().startsWith('3.') ? ['1.2.0', '1.2.1'] : []).each { version ->
    def project = new File(basedir, version)
    def example = new File(maven.target(), 'it-projects/examples/build-cache')
    ['pom.xml', '.mvn/extensions.xml', '.mvn/maven-build-cache-config.xml', 'src/test/java/com/example/TokenFileIT.java'].each {
        def copy = new File(project, it)
        copy.parentFile.mkdirs()
        copy.text = new File(example, it).text.replace('<version>1.3.0</version>', "<version>$version</version>")
    }
    def token = new File(project, 'target/netnut/token')
    def cache = new File(project, 'cache')
    def tokens = ['clean verify', 'clean verify', 'deploy'].collect { goals ->
        def command = maven.command() + ['-B', "-Dmaven.build.cache.location=$cache".toString()] + goals.tokenize()
        def builder = new ProcessBuilder(command).directory(project).redirectErrorStream(true)
        builder.environment().keySet().removeAll { it.startsWith('NETNUT_') || it.startsWith('MAVEN_') }
        builder.environment().put('CI', 'true')
        def process = builder.start()
        process.outputStream.close()
        def said = process.inputStream.text
        assert process.waitFor() == 0: said
        assert said.contains('Checked the token: it is accepted')
        assert !said.contains('The Maven Build Cache Extension')
        [token.text, said.contains('Skipping plugin execution (cached): failsafe:integration-test')]
    }
    assert tokens*.get(1) == [false, true, true]
    assert new File(project, 'target/repository/com/example/build-cache').directory
    assert new File(cache.path).directorySize() > 0
    assert new LeakSearch(['eyJhbGciOi'] + tokens*.get(0)).path(cache.toPath()).found() == []
}
return true
