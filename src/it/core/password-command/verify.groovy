import io.github.netnutmaven.testkit.LeakSearch

def api = context.get('api')
def watch = context.get('watch')
api.close()
watch.close()
def log = new File(basedir, 'build.log').text
def target = basedir.parentFile.parentFile.parentFile.parentFile

assert new File(basedir, 'arguments').readLines() == ['show net nut']
assert new File(basedir, 'directory').text.trim() == new File(target, 'it-projects/home').canonicalPath
// The last one is the login with e-mail and password swapped.
assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated', '/v1/auth/login']
assert api.requests()[2].body().contains('S3cret@hunter2')
assert log.contains('Using the cached token of m***@example.com (verified ')

// The failures name where the values are, and nothing of them is in the log.
def command = 'Tried to get the password from the command in NETNUT_PASSWORD_COMMAND, but '
def failures = log.readLines().findAll { it.contains('Failed to execute goal') && it.startsWith('[ERROR]') }
[
    command + 'there is no such program in the absolute directories of PATH',
    'Tried to read the file that NETNUT_PASSWORD_FILE names, but it does not exist.',
    'Tried to read the file that NETNUT_TOKEN_FILE names, but it does not exist.',
    ' as ***',
    command + 'it begins with a relative path; write an absolute path, or a name that is found on PATH',
    command + 'there is no such program in the absolute directories of PATH',
].eachWithIndex { text, i -> assert failures[i].contains(text) }
assert failures.size() == 6
assert !log.contains('S3cret') && !log.contains('hunter2')
assert !new File(basedir, 'trapped').exists()

// The password is only in the command's output: in no log, and in no argument or environment of Maven and its children.
def search = new LeakSearch(['fake-Pa55word-of-a-command'] + api.tokens()).text('build.log', log)
    .text('command lines', watch.commandLines().join('\n')).text('environments', watch.environments().join('\n'))
assert search.found() == []
assert !new File('/proc/self').exists() ||
    [watch.commandLines().any { it.contains('get-password.sh show net nut') }, watch.environments().any { it.contains('/get-password.sh show') }].every()

def kept = new File(target, 'it-cache/netnut-maven-plugin').listFiles().findAll { it.text.contains(":${api.port()}/") }
assert kept.size() == 1
kept[0].delete()
return true
