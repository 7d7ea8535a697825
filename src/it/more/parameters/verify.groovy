def builds = new File(basedir, 'build.log').text.split('Scanning for projects')*.readLines()
def line = { int build, String text -> builds[build].count { it.contains(text) } }

assert line(1, '[WARNING] No goal of this plugin has a parameter with the property netnut.serverID, so it does nothing: did you mean netnut.serverId? mvn netnut:help lists all.') == 1
assert line(1, 'Logged in as ') == 1
assert line(2, 'Logged in as ') == 1
assert line(3, "The parameter 'serverId' is '\${nn.server}', but \${nn.server} has no value.") >= 1
assert line(4, "The parameter 'tokenFile' is '\${nope}/t', but \${nope} has no value.") >= 1
assert line(5, "The parameter 'apiUrl' is '\${nn.url}', but \${nn.url} has no value.") >= 1
assert (3..5).every { line(it, 'Logged in as ') == 0 }
assert line(6, 'Logged in as ') == 0
assert !new File(basedir, '\${nope}').exists()
return true
