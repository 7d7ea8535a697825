def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

def login = ['/v1/auth/login', '/v1/auth/authenticated']
assert api.requests()*.path() == login + ['/v1/auth/authenticated'] + login + ['/v1/auth/authenticated'] + login
assert new File(basedir, 'seen/token').text == api.tokens()[0]
assert log.contains('there is NETNUT_EMAIL without NETNUT_PASSWORD or NETNUT_PASSWORD_FILE or NETNUT_PASSWORD_COMMAND')
assert log.readLines().count { it.startsWith('[WARNING] The token from NETNUT_TOKEN was refused by ') } == 1
assert log.readLines().count { it.contains('Failed to execute goal') && it.contains('NETNUT_TOKEN was refused') && it.contains('no credentials to log in with') } == 1
assert log.contains('Took the token from NETNUT_TOKEN, but could not confirm the token: Maven is offline (-o).')
assert log.readLines().count { it.contains('[INFO] Did not run netnut:login: there are no credentials') } == 1

// With -X, maven-resources-plugin prints the variable and the property, as the security page says. No other line has them.
def secrets = ['fake-Pa55word-for-tests', 'fake-token-that-nobody-gave'] + api.tokens()
def (printed, rest) = log.readLines().split { it ==~ /.*DEBUG. (env\.NETNUT_PASSWORD|netnut\.token): .*/ }
assert printed.size() == 2
assert new io.github.netnutmaven.testkit.LeakSearch(secrets).text('build.log', rest.join('\n')).found() == []
