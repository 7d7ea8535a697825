import io.github.netnutmaven.testkit.RecordingApi
import io.github.netnutmaven.testkit.Siblings

context.put('api', RecordingApi.of(basedir))
Siblings.write(basedir, 40, [], 'initialize', 'verify', '')
return true
