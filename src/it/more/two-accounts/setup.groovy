import io.github.netnutmaven.testkit.RecordingApi

def settings = new File(basedir, 'accounts.xml')
['eu', 'us'].each {
    def api = new RecordingApi("$it@example.com", "fake-Pa55word-of-$it")
    context.put(it, api)
    settings.text = settings.text.replace("${it.toUpperCase()}_URL", api.url())
}
return true
