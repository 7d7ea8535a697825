def ran = new File(basedir, 'ran')
def log = new File(basedir, 'build.log').text
assert log.contains('no token found')
assert !ran.exists()

// Git itself would run the program.
def git = ['sh', '-c', 'git status 2>&1 || true'].execute(null, basedir)
def status = git.text
assert ran.exists() || status.contains('not found')
return true
