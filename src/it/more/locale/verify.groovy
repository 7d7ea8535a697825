import io.github.netnutmaven.testkit.MavenUnderTest
import io.github.netnutmaven.testkit.RecordingApi

def maven = new MavenUnderTest(basedir, localRepositoryPath)
def mvn = maven.command().join("' '")
def password = 'fake-p\u00e4\ud83d\udd11\u00df'
def bytes = password.getBytes('UTF-8').collect { '\\' + Integer.toOctalString(it & 0xff).padLeft(3, '0') }.join()
def api = new RecordingApi('me@example.com', password)

def inLocale = { String locale, String option = '' ->
    def script = "NETNUT_PASSWORD=\$(printf '$bytes') exec '$mvn' -B initialize"
    def options = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC $option"
    def builder = maven.process(['sh', '-c', script], [MAVEN_OPTS: options, NETNUT_API_URL: api.url(), NETNUT_EMAIL: 'me@example.com', LC_ALL: locale])
    builder.environment().keySet().removeAll { it.startsWith('LC_') && it != 'LC_ALL' || it == 'LANG' }
    def process = builder.start()
    process.outputStream.close()
    process.inputStream.getText('ISO-8859-1')
}

try {
    def posix = inLocale('POSIX')
    assert posix.contains('the environment variable NETNUT_PASSWORD, but it has characters that Java cannot decode'): posix
    assert posix.contains('LC_ALL=C.UTF-8')
    assert api.connections() == 0

    def utf8 = inLocale('C.UTF-8')
    assert utf8.contains('BUILD SUCCESS'): utf8
    assert api.logins() == 1

    // Before Java 18 this property decides how Java decodes variables, too.
    def before = api.connections()
    def latin = inLocale('C.UTF-8', '-Dfile.encoding=ISO-8859-1')
    assert api.logins() == 2 || (latin.contains('cannot decode') && api.connections() == before): latin
} finally {
    api.close()
}
return true
