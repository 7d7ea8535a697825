import io.github.netnutmaven.testkit.MavenUnderTest
import io.github.netnutmaven.testkit.RecordingApi

// The user's own settings: only those vouch for two addresses.
def servers = ['eu', 'us'].collect {
    def api = new RecordingApi("$it@example.com", "fake-Pa55word-of-$it")
    context.put(it, api)
    """<server><id>netnut-$it</id><username>$it@example.com</username><password>fake-Pa55word-of-$it</password>
    <configuration><apiUrl>${api.url()}</apiUrl></configuration></server>"""
}
def own = new File(basedir, 'home/.m2/settings.xml')
own.parentFile.mkdirs()
own.text = new MavenUnderTest(basedir, localRepositoryPath).settings().text.replace('<settings>', "<settings><servers>${servers.join()}</servers>")
return true
