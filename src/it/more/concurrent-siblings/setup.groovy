import io.github.netnutmaven.testkit.RecordingApi

def api = new RecordingApi('me@example.com', 'fake-Pa55word-for-tests')
context.put('api', api)
new File(basedir, 'test.properties').text = "netnut.apiUrl=${api.url()}\n"

def version = (new File(basedir, 'pom.xml').text =~ /plugin version: (\S+)/)[0][1]
def modules = (1..30).collect { "m$it" }
// So many that a goal that writes to other modules is noticed.
def own = { phase -> """
          <execution>
            <id>own-${phase}</id>
            <goals><goal>regex-properties</goal></goals>
            <phase>${phase}</phase>
            <configuration>
              <regexPropertySettings>""" + (1..30).collect { """
                <regexPropertySetting>
                  <name>own.${phase}.${it}</name>
                  <value>\${project.artifactId}</value>
                  <regex>x</regex>
                  <replacement>x</replacement>
                  <failIfNoMatch>false</failIfNoMatch>
                </regexPropertySetting>""" }.join('') + """
              </regexPropertySettings>
            </configuration>
          </execution>""" }
// This builder runs these one after another in each module.
def phases = ['initialize', 'generate-sources', 'compile']
def checked = phases.collect { phase -> (1..30).collect { "\${own.${phase}.${it}}" } }.flatten().join(',')
modules.each { module ->
    new File(basedir, module).mkdirs()
    new File(basedir, "$module/pom.xml").text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>it</groupId>
  <artifactId>$module</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>${module == 'm1' ? '' : '<dependency><groupId>it</groupId><artifactId>m1</artifactId><version>1</version><type>pom</type></dependency>'}</dependencies>
  <build>
    <plugins>
      <plugin>
        <groupId>org.codehaus.mojo</groupId>
        <artifactId>build-helper-maven-plugin</artifactId>
        <version>3.6.1</version>
        <executions>${phases.collect(own).join('')}
        </executions>
      </plugin>
      <plugin>
        <groupId>io.github.netnutmaven</groupId>
        <artifactId>netnut-maven-plugin</artifactId>
        <version>VERSION</version>
        <executions>
          <execution>
            <goals><goal>login</goal></goals>
          </execution>
          <execution>
            <id>once-more</id>
            <goals><goal>login</goal></goals>
            <configuration>
              <tokenProperty>token.of.$module</tokenProperty>
            </configuration>
          </execution>
        </executions>
      </plugin>
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-antrun-plugin</artifactId>
        <version>3.1.0</version>
        <executions>
          <execution>
            <goals><goal>run</goal></goals>
            <phase>package</phase>
            <configuration>
              <target>
                <echo file="\${project.basedir}/seen">\${netnut.token},\${token.of.$module},$checked</echo>
              </target>
            </configuration>
          </execution>
        </executions>
      </plugin>
    </plugins>
  </build>
</project>
""".replace('VERSION', version)
}
def parent = new File(basedir, 'pom.xml')
parent.text = parent.text.replace('<!-- modules -->', modules.collect { "<module>$it</module>" }.join())
return true
