import io.github.netnutmaven.testkit.RecordingApi

def api = new RecordingApi('me@example.com', 'fake-Pa55word-for-tests')
context.put('api', api)
new File(basedir, 'test.properties').text = "netnut.apiUrl=${api.url()}\n"
new File(basedir, 'password').text = 'fake-Pa55word-for-tests\n'
new File(basedir, 'get-password.sh').text = '''\
echo "$*" >> arguments
env >> environment
cat password
[ "$1" != fail ] || { echo "wrong: $(cat password)" >&2; exit 7; }
'''
return true
