import io.github.netnutmaven.testkit.RecordingApi

context.put('api', RecordingApi.of(basedir))

// One module for each way in which credentials can be wrong.
def modules = [
    'nobody': '<serverId>nobody</serverId>',
    'no-password': '<serverId>no-password</serverId>',
    'no-username': '<serverId>no-username</serverId>',
    'unset': '<serverId>unset</serverId>',
    'fork': '<serverId>fork</serverId>',
    'fork-skip': '<onMissingCredentials>skip</onMissingCredentials><serverId>fork</serverId>',
    'warn': '<onMissingCredentials>warn</onMissingCredentials>',
    'skip': '<serverId>unset</serverId><skip>true</skip>',
    'no-failure': '<failOnError>false</failOnError><serverId>unset</serverId>',
]
def parent = new File(basedir, 'pom.xml')
modules.each { name, configuration ->
    def module = new File(basedir, name)
    module.mkdirs()
    new File(module, 'pom.xml').text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <parent><groupId>it</groupId><artifactId>unusable-credentials</artifactId><version>1</version></parent>
  <artifactId>$name</artifactId>
  <packaging>pom</packaging>
  <build>
    <plugins>
      <plugin>
        <groupId>io.github.netnutmaven</groupId>
        <artifactId>netnut-maven-plugin</artifactId>
        <executions>
          <execution>
            <goals><goal>login</goal></goals>
            <configuration>$configuration</configuration>
          </execution>
        </executions>
      </plugin>
    </plugins>
  </build>
</project>
"""
}
parent.text = parent.text.replace('<!-- modules -->', modules.keySet().collect { "<module>$it</module>" }.join())
return true
