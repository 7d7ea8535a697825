def lines = new File(basedir, 'build.log').readLines()
def count = { String... texts -> lines.count { line -> texts.every { line.contains(it) } } }

assert count('[WARNING] No goal of this plugin has a parameter with the property netnut.serverID, so it does nothing: did you mean netnut.serverId? mvn netnut:help lists all.') == 1
// The parent, but none of the modules.
assert count('Logged in as ') == 1
assert count('Failed to execute goal', 'on project file: ', "The parameter 'tokenFile' is '\${nope}/t', but \${nope} has no value.") == 1
assert count('Failed to execute goal', 'on project server: ', "The parameter 'serverId' is '\${nn.server}', but \${nn.server} has no value.") == 1
assert count('Failed to execute goal', 'on project url: ', "The parameter 'apiUrl' is '\${nn.url}', but \${nn.url} has no value.") == 1
assert !new File(basedir, 'file/\${nope}').exists()
return true
