import io.github.netnutmaven.testkit.ProcessWatch
import io.github.netnutmaven.testkit.RecordingApi

def api = new RecordingApi('me@example.com', 'fake-Pa55word-for-tests')
context.put('api', api)
['test': '', 'typed': 'netnut.command=sh typed.sh\n'].each { name, command ->
    new File(basedir, "${name}.properties").text = "netnut.apiUrl=${api.url()}\n$command"
}
context.put('watch', new ProcessWatch())
return true
