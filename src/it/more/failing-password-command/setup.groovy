import io.github.netnutmaven.testkit.RecordingApi

def api = new RecordingApi('me@example.com', 'fake-Pa55word-for-tests')
context.put('api', api)
new File(basedir, 'test.properties').text = "netnut.apiUrl=${api.url()}\n"
new File(basedir, 'password').text = 'fake-Pa55word-for-tests\n'
def commands = new File(basedir.parentFile.parentFile.parentFile.parentFile, 'it-failing-password-command')
commands.mkdirs()
new File(commands, 'get-password.sh').text = """\
cd '$basedir'
echo "\$*" >> arguments
env >> environment
[ "\$1" != fail ] || { echo "wrong: \$(cat password)" >&2; cat password; exit 7; }
cat password
"""
return true
