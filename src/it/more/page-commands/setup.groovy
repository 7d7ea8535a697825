import io.github.netnutmaven.testkit.MavenUnderTest
import io.github.netnutmaven.testkit.RecordingApi

context.put('api', new RecordingApi('me@example.com', 'fake-Pa55word-for-tests'))
def mvn = new File(basedir, 'bin/mvn')
mvn.parentFile.mkdirs()
mvn.text = new MavenUnderTest(basedir, localRepositoryPath).script()
mvn.setExecutable(true)
return true
