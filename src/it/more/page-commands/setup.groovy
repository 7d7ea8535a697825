import io.github.netnutmaven.testkit.MavenUnderTest
import io.github.netnutmaven.testkit.RecordingApi

context.put('api', new RecordingApi('me@example.com', 'fake-Pa55word-for-tests'))
new MavenUnderTest(basedir, localRepositoryPath).writeScript()
return true
