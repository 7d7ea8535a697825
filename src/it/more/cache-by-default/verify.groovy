def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

assert log.count('It is not kept for later builds, because Maven is not interactive (-B).') == 1

// Nobody uses the planted token, wherever Maven is started.
assert log.count("Did not use the token cache in $basedir/planted: it is inside the project") == 3
assert new File(basedir, 'planted').listFiles().size() == 1
assert new File(basedir, 'token').text == api.tokens()[3]

// The user without a name has a cache below HOME, and nothing in the working directory.
def target = basedir.parentFile.parentFile.parentFile.parentFile
def nameless = new File(target, 'it-nameless-home/.cache/netnut-maven-plugin').listFiles()
assert nameless.any { it.text.contains(api.tokens()[4]) }
assert !new File(basedir, '?/.cache').exists()
assert api.logins() == 5
return true
