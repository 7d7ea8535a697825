import io.github.netnutmaven.testkit.MavenUnderTest
import io.github.netnutmaven.testkit.RecordingApi
import org.codehaus.plexus.util.FileUtils

// The recipes build the quickstart.
def examples = new File(basedir, '../../../../../examples')
new File(basedir, 'pom.xml').text = new File(examples, 'quickstart/pom.xml').text
FileUtils.copyDirectoryStructure(new File(examples, 'quickstart/src'), new File(basedir, 'src'))
FileUtils.copyDirectoryStructure(new File(examples, 'ci'), new File(basedir, 'recipes'))

context.put('api', new RecordingApi('me@example.com', 'fake-Pa55word-for-tests'))
// The mvn that runs the recipes: the Maven under test with the settings and the local repository of these tests.
new MavenUnderTest(basedir, localRepositoryPath).writeScript()
return true
