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

// The help names every goal, and what the plugin loads is little.
def log = new File(basedir, 'build.log').text
goals.each { assert log.contains("netnut:$it") }
def loaded = (log =~ /Populating class realm plugin>io.github.netnutmaven[\s\S]*?((?:.*Included: .*\n)+)/)[0][1].readLines()
def jars = loaded.collect { (it =~ /Included: ([^:]+):([^:]+):jar:(\S+)/)[0] }
assert jars.size() <= 5
def size = jars.sum { new File(localRepositoryPath, "${it[1].replace('.', '/')}/${it[2]}/${it[3]}/${it[2]}-${it[3]}.jar").length() }
assert size < 3_500_000
