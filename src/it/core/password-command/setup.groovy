import io.github.netnutmaven.testkit.ProcessWatch
import io.github.netnutmaven.testkit.RecordingApi

def password = 'fake-Pa55word-of-a-command'
def api = new RecordingApi('me@example.com', password)
context.put('api', api)
context.put('watch', new ProcessWatch())
new File(basedir, 'test.properties').text = "netnut.apiUrl=${api.url()}\n"
new File(basedir, 'password').text = "$password\nlogin: me@example.com\n"
// It waits until the watch has seen it.
def commands = new File(basedir.parentFile.parentFile.parentFile.parentFile, 'it-password-command')
commands.mkdirs()
new File(commands, 'get-password.sh').text = """\
pwd > '$basedir/directory'
echo "\$*" >> '$basedir/arguments'
sleep 1
cat '$basedir/password'
"""
// What the project would like to run.
['tools/get-password', 'get-password'].each {
    def trap = new File(basedir, it)
    trap.parentFile.mkdirs()
    trap.text = "#!/bin/sh\ntouch '$basedir/trapped'\ncat '$basedir/password'\n"
    assert trap.setExecutable(true)
}
return true
