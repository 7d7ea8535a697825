def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

assert api.connections() == 0
def told = { text -> log.readLines().count { (it.contains('Failed to execute goal') || it.contains('WARN') || it.startsWith('[INFO] Did')) && it.contains(text) } }
assert told("there is no <server> 'nobody' in ") == 1
assert told("with <server> 'no-password' in ") == 1 && told('its <password> is empty') == 1
assert told("with <server> 'no-username' in ") == 1 && told('its <username> is empty') == 1
assert told("with <server> 'unset' in ") == 2
assert told('its <password> is the environment variable NO_SUCH_VARIABLE, which is not set') == 2
assert told('its <username> is the environment variable FORK_EMAIL, which is not set and its <password> is the environment variable FORK_PASSWORD, which is not set') == 2
assert told("there is no <server> 'netnut' in ") == 1
assert told('accounts.xml') >= 6
assert !log.contains('fake-Pa55word')
