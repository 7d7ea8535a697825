import io.github.netnutmaven.testkit.LeakSearch

def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text
def line = { text -> log.readLines().count { it.contains(text) } }

// The same test passed in both builds: with the sandbox in the first, with the account in the second.
def sandbox = (log =~ 'Started a sandbox at (\\S+) ')[0][1]
assert line('Started a sandbox at ') == 1
assert line('Logged in as ') == 2
assert line("The API at $sandbox accepts the token of this build.") == 1
assert line("The API at ${api.url()} accepts the token of this build.") == 1
assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated', '/v1/auth/authenticated']

// The token of the sandbox is random, but all JWTs begin alike.
def search = new LeakSearch(['eyJhbGciOi', 'fake-Pa55word-for-tests'] + api.tokens())
    .text('build.log', log)
    .path(new File(basedir, 'target').toPath())
assert search.found() == []
return true
