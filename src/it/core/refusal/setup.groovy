import io.github.netnutmaven.testkit.RecordingApi

def api = new RecordingApi('me@example.com', 'fake-Pa55word-for-tests')
context.put('api', api)
new File(basedir, 'test.properties').text = "netnut.apiUrl=${api.url()}\n"

def version = (new File(basedir, 'pom.xml').text =~ /plugin version: (\S+)/)[0][1]
def modules = (1..40).collect { "m$it" }
modules.each { module ->
    new File(basedir, module).mkdirs()
    new File(basedir, "$module/pom.xml").text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>it</groupId>
  <artifactId>$module</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <build>
    <plugins>
      <plugin>
        <groupId>io.github.netnutmaven</groupId>
        <artifactId>netnut-maven-plugin</artifactId>
        <version>$version</version>
        <executions><execution><goals><goal>login</goal></goals></execution></executions>
      </plugin>
    </plugins>
  </build>
</project>
"""
}
def parent = new File(basedir, 'pom.xml')
parent.text = parent.text.replace('<!-- modules -->', modules.collect { "<module>$it</module>" }.join())
return true
