def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

assert api.requests()*.path() == ['/v1/auth/authenticated', '/v1/auth/login', '/v1/auth/authenticated']
assert log.readLines().count { it.startsWith('[WARNING] The token from NETNUT_TOKEN was refused by ') } == 1
assert log.readLines().count { it.contains('Logged in as m***@example.com') } == 1

// With -X, maven-resources-plugin prints the variables and the property, as the security page says. No other line has them.
def secrets = ['fake-Pa55word-for-tests', 'fake-token-that-nobody-gave'] + api.tokens()
def (printed, rest) = log.readLines().split { it ==~ /.*DEBUG. (env\.NETNUT_PASSWORD|env\.NETNUT_TOKEN|netnut\.token): .*/ }
assert printed.size() == 3
assert new io.github.netnutmaven.testkit.LeakSearch(secrets).text('build.log', rest.join('\n')).found() == []
