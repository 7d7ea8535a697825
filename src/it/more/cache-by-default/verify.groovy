def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

// The first two builds cache nothing, and the fourth uses the token of the third.
assert log.count('It is not kept for later builds, because of the CI server\'s variable CI.') == 1
assert log.count('It is not kept for later builds, because Maven is not interactive (-B).') == 1
assert log.count('Using the cached token of ') == 1
def target = basedir.parentFile.parentFile.parentFile.parentFile
def kept = new File(target, 'it-cache/netnut-maven-plugin').listFiles().findAll { file -> api.tokens().any { file.text.contains(it) } }
assert kept.size() == 1 && kept[0].text.contains(api.tokens()[2])
kept[0].delete()

// Nobody uses the planted token, wherever Maven is started.
assert log.count("Did not use the token cache in $basedir/planted: it is inside the project") == 4
assert new File(basedir, 'planted').listFiles().size() == 1
assert new File(basedir, 'token').text == api.tokens()[6]

// The user without a name has a cache below HOME, and nothing in the working directory.
def nameless = new File(target, 'it-nameless-home/.cache/netnut-maven-plugin').listFiles()
assert nameless.any { it.text.contains(api.tokens()[7]) }
assert !new File(basedir, '?/.cache').exists()
assert api.logins() == 8
return true
