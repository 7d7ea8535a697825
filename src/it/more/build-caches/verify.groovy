import io.github.netnutmaven.testkit.LeakSearch
import io.github.netnutmaven.testkit.MavenUnderTest

def skipped = { String said -> said.readLines().count { it.contains('Skipping plugin execution (cached): netnut:login') } }

// The second build restored all modules, so only the first and the third logged in.
def log = new File(basedir, 'build.log').text
assert log.readLines().count { it.contains('Logged in as ') } == 2
assert skipped(log) == 3
assert log.readLines().count { it.contains('WARN') && it.contains('The Maven Build Cache Extension skips netnut:login') } == 1
assert log.readLines().count { it.contains('WARN') && it.contains('The Maven Build Cache Extension stores the parameters of all goals') } == 1

// The older versions of the extension know Maven 3.9 only.
def maven = new MavenUnderTest(basedir, localRepositoryPath)
(maven.version().startsWith('3.') ? ['1.2.0', '1.2.1'] : []).each { version ->
    def example = new File(maven.target(), 'it-projects/examples/build-cache')
    def copy = { File from, String to, List files ->
        files.each {
            def file = new File(basedir, "$version/$to/$it")
            file.parentFile.mkdirs()
            file.text = new File(from, it).text.replace('<version>1.3.0</version>', "<version>$version</version>")
        }
        new File(basedir, "$version/$to")
    }
    def build = { File project, String goals ->
        def command = maven.command() + ['-B', "-Dmaven.build.cache.location=${new File(project, 'cache')}"] + goals.tokenize()
        MavenUnderTest.output(maven.process(command, [:]).directory(project))
    }

    // Without the configuration, the extension makes the goals that it skips, outside of a run.
    def plain = copy(basedir, 'plain', ['pom.xml', 'one/pom.xml', 'two/pom.xml', '.mvn/extensions.xml', '.mvn/maven-build-cache-config.xml'])
    assert ['verify', 'verify'].collect { skipped(build(plain, it)) } == [0, 3]

    // With it, each build has a token, and the cache has none.
    def project = copy(example, 'example',
        ['pom.xml', '.mvn/extensions.xml', '.mvn/maven-build-cache-config.xml', 'src/test/java/com/example/TokenFileIT.java'])
    def tokens = []
    def isRestored = ['clean verify', 'clean deploy'].collect { goals ->
        def said = build(project, goals)
        assert said.contains('Checked the token: it is accepted')
        assert !said.contains('The Maven Build Cache Extension')
        tokens << new File(project, 'target/netnut/token').text
        said.contains('Skipping plugin execution (cached): failsafe:integration-test')
    }
    assert isRestored == [false, true]
    assert new File(project, 'target/repository/com/example/build-cache').directory
    assert new File(project, 'cache').directorySize() > 0
    assert new LeakSearch(['eyJhbGciOi'] + tokens).path(new File(project, 'cache').toPath()).found() == []
}
return true
