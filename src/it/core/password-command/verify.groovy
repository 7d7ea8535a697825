import io.github.netnutmaven.testkit.LeakSearch

def api = context.get('api')
def watch = context.get('watch')
api.close()
watch.close()
def log = new File(basedir, 'build.log').text

assert new File(basedir, 'arguments').readLines() == ['show net nut']
assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated']
assert log.contains('Using the cached token of m…@example.com (verified ')

// The password is only in the command's output: in no log, and in no argument or environment of Maven and its children.
def search = new LeakSearch(['fake-Pa55word-of-a-command'] + api.tokens()).text('build.log', log)
    .text('command lines', watch.commandLines().join('\n')).text('environments', watch.environments().join('\n'))
assert search.found() == []
assert !new File('/proc/self').exists() ||
    [watch.commandLines().any { it.contains('get-password.sh show net nut') }, watch.environments().any { it.contains('NETNUT_PASSWORD_COMMAND=sh get-password.sh') }].every()

def target = basedir.parentFile.parentFile.parentFile.parentFile
def kept = new File(target, 'it-cache/netnut-maven-plugin').listFiles().findAll { it.text.contains(":${api.port()}/") }
assert kept.size() == 1
kept[0].delete()
return true
