import io.github.netnutmaven.testkit.RecordingApi

def password = 'fake-"Pa55<word>&é'
def api = new RecordingApi('me@example.com', password)
context.put('api', api)
context.put('password', password)
def cache = new File(basedir.parentFile, "${basedir.name}-directory/tokens")
cache.parentFile.deleteDir()
context.put('cache', cache)
new File(basedir, 'test.properties').text = """\
netnut.apiUrl=${api.url()}
netnut.cache=on
netnut.cacheDirectory=${cache.path}
netnut.verifyInterval=0
"""
return true
