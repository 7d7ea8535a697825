def builds = new File(basedir, 'build.log').text.split('Scanning for projects')
assert builds[1].contains("The application's token: status 200")

// Where the Javadoc plugin writes depends on its version.
def page = null
new File(basedir, 'target').eachFileRecurse { if (it.path.endsWith('apidocs/it/Application.html')) page = it }
def address = (builds[2] =~ 'Started a sandbox at (\\S+)')[0][1]
assert page.text.contains("The API at $address; the token is from login.")
// The life cycle that the bound goal forks has the login, too, but the build logs in once.
assert builds[2].findAll('Logged in as').size() == 1
return true
