import io.github.netnutmaven.testkit.ProcessWatch
import io.github.netnutmaven.testkit.RecordingApi

def password = 'fake-Pa55word-of-a-command'
def api = new RecordingApi('me@example.com', password)
context.put('api', api)
context.put('watch', new ProcessWatch())
new File(basedir, 'test.properties').text = "netnut.apiUrl=${api.url()}\n"
new File(basedir, 'password').text = "$password\n"
// It waits until the watch has seen it.
new File(basedir, 'get-password.sh').text = '''\
echo "$*" >> arguments
sleep 1
cat password
'''
return true
