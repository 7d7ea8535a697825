import io.github.netnutmaven.testkit.RecordingApi

context.put('api', RecordingApi.of(basedir))
