import io.github.netnutmaven.testkit.LeakSearch

def log = new File(basedir, 'build.log').text
def count = { text -> log.readLines().count { it.contains(text) } }

// The second login of the long build got a new token.
def tokens = new File(basedir, 'long-build/seen').text.split(',') as List
assert tokens.toSet().size() == 2

// Excluded, and only warned about.
assert count(': no token found.') == 1
assert log.readLines().count { it ==~ /.*WARN.*and found a leak in one place.*/ } == 1
assert count('upload.properties') == 1

assert new LeakSearch(tokens).text('build.log', log).found() == []
return true
