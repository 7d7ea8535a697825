def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

assert api.connections() == 0
assert !log.contains('sA+eit/SyaMHDVvWNo')
if (!log.contains('Apache Maven 4') && !log.contains('decrypt password') && !log.contains('Could not decrypt')) {
    assert log.readLines().count { it.contains('does not decrypt, so nothing was sent') } == 2
    assert log.contains("Tried to log in with <server> 'netnut' in ")
}
