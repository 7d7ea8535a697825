import io.github.netnutmaven.testkit.MavenUnderTest

def siblings = new File(new MavenUnderTest(basedir, localRepositoryPath).target(), 'it-projects/core/siblings')
return new GroovyShell(this.class.classLoader, binding).evaluate(new File(siblings, 'setup.groovy'))
