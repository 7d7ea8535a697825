import io.github.netnutmaven.testkit.RecordingApi

context.put('api', RecordingApi.of(basedir))
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
