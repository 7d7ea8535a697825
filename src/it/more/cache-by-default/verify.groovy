def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

// Two logins: the first build caches nothing, and the third uses the token of the second.
assert api.logins() == 2
assert log.findAll(/Using the cached token of /).size() == 1
def target = basedir.parentFile.parentFile.parentFile.parentFile
def kept = new File(target, 'it-cache/netnut-maven-plugin').listFiles().findAll { it.text.contains(api.tokens()[1]) }
assert kept.size() == 1
assert !new File(target, 'it-cache/netnut-maven-plugin').listFiles().any { it.text.contains(api.tokens()[0]) }
kept[0].delete()
return true
