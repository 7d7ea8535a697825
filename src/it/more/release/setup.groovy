import io.github.netnutmaven.testkit.RecordingApi

context.put('api', new RecordingApi('me@example.com', 'fake-Pa55word-for-tests'))
return true
