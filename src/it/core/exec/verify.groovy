import io.github.netnutmaven.testkit.LeakSearch
import java.security.MessageDigest

def api = context.get('api')
def watch = context.get('watch')
api.close()
watch.close()
def log = new File(basedir, 'build.log').text
def lines = log.readLines()
def tokens = api.tokens()
assert tokens.size() == 2

assert lines.contains('argument: an argument with blanks')
assert lines.contains('variables: NETNUT_API_URL NETNUT_TOKEN NETNUT_TOKEN_EXPIRES_AT ')
def digest = MessageDigest.getInstance('SHA-256').digest(tokens[0].bytes).encodeHex().toString()
assert lines.contains("digest: ${digest.take(16)}".toString())
assert lines.count { it == 'token: ***!' } == 2
assert lines.contains("typed: *** at ${api.url()}".toString())
assert lines.count { it.contains('sh ended with 99. Its output says why') } > 0
assert lines.contains("unmasked: the token has ${tokens[0].length()} bytes".toString())

// The token is in no log, at -X too, in no file, and in no argument: only in the environment of the program and its children.
def search = new LeakSearch(tokens + ['fake-Pa55word-for-tests']).text('build.log', log)
watch.commandLines().each { search.text('a command line', it) }
assert search.found() == []
assert new LeakSearch(tokens).path(basedir.toPath()).found() == []
def environments = watch.environments().findAll { environment -> tokens.any { environment.contains(it) } }
assert environments.every { it.contains('NETNUT_TOKEN=') && !it.contains('NETNUT_PASSWORD') }
return true
