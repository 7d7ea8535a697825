def builds = new File(basedir, 'build.log').text.split('Scanning for projects')
assert builds[1].contains("The application's token: status 200")

// Where the Javadoc plugin writes depends on its version.
def page = { directory ->
  def found = null
  new File(basedir, directory).eachFileRecurse { if (it.path.endsWith('apidocs/it/Application.html')) found = it }
  return found.text
}
def bottom = { build -> "The API at ${(build =~ 'Started a sandbox at (\\S+)')[0][1]}; the token is from login." }
assert page('target').contains(bottom(builds[2]))
assert page('bound').contains(bottom(builds[3]))
// The life cycle that the bound goal forks has the login, too, but the build logs in once.
assert builds[3].findAll('Logged in as').size() == 1
return true
