import io.github.netnutmaven.testkit.MavenUnderTest
import io.github.netnutmaven.testkit.RecordingApi

context.put('api', new RecordingApi('me@example.com', 'fake-Pa55word-for-tests'))
// The mvn that runs the recipes: the Maven under test with the settings and the local repository of these tests.
def mvn = new File(basedir, 'bin/mvn')
mvn.parentFile.mkdirs()
mvn.text = new MavenUnderTest(basedir, localRepositoryPath).script()
mvn.setExecutable(true)
return true
