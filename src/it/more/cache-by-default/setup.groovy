import io.github.netnutmaven.auth.Account
import io.github.netnutmaven.auth.ApiUrl
import io.github.netnutmaven.auth.AccessToken
import io.github.netnutmaven.session.SystemTiming
import io.github.netnutmaven.cache.FileTokenCache
import io.github.netnutmaven.testkit.RecordingApi
import java.time.Instant

def api = new RecordingApi('me@example.com', 'fake-Pa55word-for-tests')
context.put('api', api)
[basedir, new File(basedir, 'module')].each { new File(it, 'test.properties').text = "netnut.apiUrl=${api.url()}\n" }

// A good record for the account, and nobody who asks the API about it.
def planted = new File(basedir, 'planted')
def now = Instant.now()
new FileTokenCache(planted.toPath(), new SystemTiming(), { println it })
    .keep(new Account(ApiUrl.parse(api.url()), 'me@example.com'), new AccessToken('fake-planted-token', AccessToken.Source.CACHE, now, now.plusSeconds(9000), null, null))
new File(basedir, 'planted.properties').text = """\
netnut.apiUrl=${api.url()}
netnut.cache=on
netnut.cacheDirectory=${planted.path}
netnut.tokenFile=${basedir.path}/token
netnut.verify=off
"""

// The home of a user without a name, who trusts the servers of the tests, too.
def target = basedir.parentFile.parentFile.parentFile.parentFile
def home = new File(target, 'it-nameless-home')
home.deleteDir()
home.mkdirs()
new File(home, '.mavenrc') << new File(target, 'it-projects/home/.mavenrc').text
return true
