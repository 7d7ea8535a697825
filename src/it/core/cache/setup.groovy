import io.github.netnutmaven.testkit.RecordingApi

def api = new RecordingApi('me@example.com', 'fake-Pa55word-for-tests')
context.put('api', api)
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
