import org.codehaus.plexus.util.FileUtils

// All examples in one build, in copies.
def examples = new File(basedir, '../../../../it-projects/examples')
def modules = examples.listFiles().findAll { new File(it, 'pom.xml').exists() }*.name.sort()
assert modules.containsAll(['multi-module', 'quickstart', 'token-file'])
modules.each { FileUtils.copyDirectoryStructure(new File(examples, it), new File(basedir, it)) }
new File(basedir, 'pom.xml').text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>it</groupId>
  <artifactId>examples-without-login</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <modules>
    ${modules.collect { "<module>$it</module>" }.join('\n    ')}
  </modules>
</project>
"""
return true
