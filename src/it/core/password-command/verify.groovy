import io.github.netnutmaven.testkit.LeakSearch

def api = context.get('api')
def watch = context.get('watch')
api.close()
watch.close()
def log = new File(basedir, 'build.log').text
def target = basedir.parentFile.parentFile.parentFile.parentFile

assert new File(basedir, 'arguments').readLines() == ['show net nut']
assert new File(basedir, 'directory').text.trim() == new File(target, 'it-projects/home').canonicalPath
assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated', '/v1/auth/authenticated']
assert log.contains("m***@example.com, from NETNUT_EMAIL and NETNUT_PASSWORD_COMMAND; password from the command in NETNUT_PASSWORD_COMMAND")

// The failures name where the command is configured, and nothing of it is in the log.
def command = 'Tried to get the password from the command in NETNUT_PASSWORD_COMMAND, but '
def failures = log.readLines().findAll { it.contains('Failed to execute goal') && it.startsWith('[ERROR]') }
assert failures.size() == 2
assert failures[0].contains(command + 'there is no such program in the absolute directories of PATH')
assert failures[1].contains(command + 'it begins with a relative path; write an absolute path, or a name that is found on PATH')
assert !log.contains('S3cret') && !log.contains('hunter2')
assert !new File(basedir, 'trapped').exists()

// The password is only in the command's output: in no log, and in no argument or environment of Maven and its children.
def search = new LeakSearch(['fake-Pa55word-of-a-command'] + api.tokens()).text('build.log', log)
    .text('command lines', watch.commandLines().join('\n')).text('environments', watch.environments().join('\n'))
assert search.found() == []
assert !new File('/proc/self').exists() ||
    [watch.commandLines().any { it.contains('get-password.sh show net nut') }, watch.environments().any { it.contains('/get-password.sh show') }].every()
return true
