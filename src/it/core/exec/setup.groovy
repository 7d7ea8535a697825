import io.github.netnutmaven.testkit.ProcessWatch
import io.github.netnutmaven.testkit.RecordingApi

def api = new RecordingApi('me@example.com', 'fake-Pa55word-for-tests')
context.put('api', api)
['test': '', 'typed': 'sh typed.sh', 'failing': "sh -c 'exit 99'", 'unmasked': 'sh unmasked.sh\nnetnut.maskOutput=false'].each { name, command ->
    def typed = command ? "netnut.command=$command\n" : ''
    new File(basedir, "${name}.properties").text = "netnut.apiUrl=${api.url()}\n$typed"
}
context.put('watch', new ProcessWatch())
return true
