def log = new File(basedir, 'build.log').text

def refused = { where -> log.readLines().count { it.contains("The address of the API, https://$where/v1 (set by the project), is none that you have trusted") } }
assert refused('profile.invalid') == 1
assert refused('pom.invalid') == 1
assert log.contains('but the host of typed.invalid:443 is not known')
assert !log.contains('host of profile.invalid') && !log.contains('host of pom.invalid')
