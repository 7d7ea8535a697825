def log = new File(basedir, 'build.log').text
assert log.contains("The application's token: status 200")

// Where the Javadoc plugin writes depends on its version.
def pages = []
new File(basedir, 'target').eachFileRecurse { if (it.name == 'Application.html') pages << it.text }
assert pages.any { it =~ 'The API at http://127\\.0\\.0\\.1:[0-9]+/v1; the token is from login\\.' }
return true
