import io.github.netnutmaven.testkit.RecordingApi
import io.github.netnutmaven.testkit.Siblings

context.put('api', RecordingApi.of(basedir))
// This builder runs these one after another in each module.
def phases = ['initialize', 'generate-sources', 'compile']
def first = '<dependency><groupId>it</groupId><artifactId>m1</artifactId><version>1</version><type>pom</type></dependency>'
Siblings.write(basedir, 30, phases, 'initialize', 'package', first)
return true
