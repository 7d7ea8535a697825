import io.github.netnutmaven.testkit.LeakSearch

def log = new File(basedir, 'build.log').text
def line = { text -> log.readLines().findIndexValues { it =~ text } }

// Both goals ran in each of the three modules before the upload.
assert line('Logged in as ').size() == 1
def checked = line('Checked the token: it is accepted')
assert checked.size() == 3
def looked = line('Searched .*: no token found\\.')
assert looked.size() == 3
// Two modules wait for the last one, which publishes all three.
assert line('Deferring deploy for com.example:').size() == 2
assert line('deploy.*:deploy .* @ app').min() > (checked + looked).max()

def published = new File(basedir, 'target/repository/com/example')
assert ['library', 'app'].every { new File(published, "$it/1.0.0-SNAPSHOT").list().any { it ==~ /.*-sources\.jar/ } }

// The token is random, but all JWTs begin alike.
def search = new LeakSearch(['eyJhbGciOi']).text('build.log', log)
['.', 'library', 'app'].each { search.path(new File(basedir, "$it/target").toPath()) }
assert search.found() == []
return true
