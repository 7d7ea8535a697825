import groovy.xml.XmlSlurper
import java.util.zip.ZipFile

def plugin = new File(localRepositoryPath, 'io/github/netnutmaven/netnut-maven-plugin')
def jar = new File(plugin.listFiles().find { it.directory }, '').listFiles().find { it.name ==~ /netnut-maven-plugin-[0-9.]+(-SNAPSHOT)?\.jar/ }
def zip = new ZipFile(jar)
def read = { name -> new XmlSlurper().parse(zip.getInputStream(zip.getEntry(name))) }

// An IDE ignores every goal.
def goals = read('META-INF/maven/plugin.xml').mojos.mojo.goal*.text() - 'help'
def ignored = read('META-INF/m2e/lifecycle-mapping-metadata.xml').pluginExecutions.pluginExecution.pluginExecutionFilter.goals.goal*.text()
assert goals.sort() == ignored.sort()

// The help lists every goal.
def log = new File(basedir, 'build.log').text
goals.each { assert log.contains("netnut:$it") }

// Maven loads only this jar and resolves no dependency: the jar has all libraries with their licences, and little unused code.
def loaded = (log =~ /Populating class realm plugin>io.github.netnutmaven[\s\S]*?((?:.*Included: .*\n)+)/)[0][1].readLines()
// Maven before 3.9 adds an old plexus-utils to each plugin.
assert loaded.findAll { !it.contains(":plexus-utils:") }.size() == 1
assert jar.length() <= 1_750_000

// No class has a logger of Maven's: HttpClient would write passwords to it.
assert zip.entries().findAll { it.name.endsWith('.class') && zip.getInputStream(it).getText('ISO-8859-1').contains('org/slf4j/LoggerFactory') } == []
assert zip.getEntry('org/apache/hc/client5/http/impl/classic/HttpClientBuilder.class')
def pom = jar.parentFile.listFiles().find { it.name.endsWith('.pom') }
assert new XmlSlurper().parse(pom).dependencies.isEmpty()
assert new XmlSlurper().parse(pom).prerequisites.maven.text() == '3.6.3'
def text = { name -> zip.getInputStream(zip.getEntry(name)).text }
assert text('META-INF/MANIFEST.MF').contains('Build-Jdk-Spec: ')
assert text('META-INF/LICENSE').contains('Apache License')
assert text('META-INF/NOTICE').contains('Apache HttpComponents')
assert text('META-INF/NOTICE').contains('Jackson JSON processor')
assert zip.getEntry('META-INF/Schubfach-LICENSE')
// Each library costs every build of every user: this list is complete.
def bundled = zip.entries()*.name.findAll { it ==~ 'META-INF/maven/.*/pom.properties' }.collect { it.split('/')[3] }
assert bundled.sort() == ['httpclient5', 'httpcore5', 'httpcore5-h2', 'jackson-core', 'netnut-maven-plugin']
zip.close()
