import groovy.io.FileType
import io.github.netnutmaven.testkit.LeakSearch
import io.github.netnutmaven.testkit.MavenUnderTest

def maven = new MavenUnderTest(basedir, localRepositoryPath)
def api = context.get('api')
def project = new File(basedir, 'project')
def remote = new File(basedir, 'remote.git')
def repository = new File(basedir, 'repository')

def run = { File directory, List command ->
    def builder = maven.process(command, [NETNUT_API_URL: api.url(), HOME: basedir, GIT_CONFIG_NOSYSTEM: '1']).directory(directory)
    builder.environment().keySet().removeAll { it.startsWith('GIT_') && it != 'GIT_CONFIG_NOSYSTEM' }
    def process = builder.start()
    process.outputStream.close()
    [said: process.inputStream.text, exit: process.waitFor()]
}
def git = { String arguments ->
    def done = run(project, ['git'] + arguments.tokenize())
    assert done.exit == 0: done.said
    done.said
}
def said = [:]
def mvn = { String name, List arguments ->
    def done = run(project, maven.command() + ['-B', '--global-settings', new File(basedir, 'accounts.xml')] + arguments)
    said[name] = done.said
    new File(basedir, "${name}.log").text = done.said
    done
}
def release = { String name ->
    // The plugin under test is a snapshot, which a release may not use. -Darguments has the options of the builds that the release starts.
    mvn(name, ['-DignoreSnapshots', "-Darguments=-Dnetnut.sandbox.skip -Drelease.repository=${repository.toURI()}", 'release:prepare', 'release:perform'])
}

// The example in a new repository.
def example = new File(maven.target(), 'it-projects/examples/release')
example.eachFileRecurse(FileType.FILES) {
    if (it.parentFile != example || it.name == 'pom.xml') {
        def copy = new File(project, example.toPath().relativize(it.toPath()).toString())
        copy.parentFile.mkdirs()
        copy.bytes = it.bytes
    }
}
def pom = new File(project, 'pom.xml')
pom.text = pom.text.replace('scm:git:https://git.example.com/release.git', "scm:git:file://$remote.path")
// Without it, Maven would take the checkout around this test for the project.
new File(project, '.mvn').mkdirs()
git('init --quiet --initial-branch=main')
git('config user.name Tester')
git('config user.email tester@example.com')
git("init --quiet --bare --initial-branch=main $remote")
git("remote add origin $remote")
git('add .')
git('commit --quiet --message=Example')
git('push --quiet --set-upstream origin main')

// The command in the header of the POM. It runs two builds, before the tag and from the tag, which log in once each for three modules.
def command = (pom.text =~ /: mvn (-B .*)\.\n/)[0][1].tokenize()
def released = mvn('release', command)
assert released.exit == 0: released.said
assert released.said.readLines().count { it.contains('Logged in as s') } == 2
assert released.said.readLines().count { it.contains('Searched ') && it.endsWith(': no token found.') } == 6
assert git("ls-remote --tags origin").contains('refs/tags/v1.0.0')
['library', 'app'].each { assert new File(project, "target/repository/com/example/$it/1.0.0/$it-1.0.0.jar").file }
// The token is random, but all JWTs begin alike.
assert new LeakSearch(['eyJhbGciOi']).path(new File(project, 'target').toPath()).found() == []

// A leak in the last module stops a release before the tag.
def app = new File(project, 'app/pom.xml')
app.text = app.text.replace('</project>', '''
  <build>
    <resources>
      <resource>
        <directory>src/main/resources</directory>
        <filtering>true</filtering>
      </resource>
    </resources>
  </build>
</project>''')
new File(project, 'app/src/main/resources').mkdirs()
new File(project, 'app/src/main/resources/app.properties').text = 'token=${netnut.token}\n'
git('add app/pom.xml app/src')
git('commit --quiet --message=Leak')
git('push --quiet')
repository.mkdirs()
def leaked = release('leaked-release')
assert leaked.exit != 0
assert leaked.said.contains('target/classes/app.properties: the token')
assert !git("ls-remote --tags origin").contains('v1.0.1')
assert repository.list().size() == 0
assert api.logins() == 1
api.close()

// There is no secret in the released files, the logs and the pushed commits.
def search = new LeakSearch(['fake-Pa55word-for-tests'] + api.tokens()).path(repository.toPath())
said.each { name, text -> search.text(name, text) }
search.text('history', git('log --patch --all'))
assert search.found() == []
return true
