def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

assert api.connections() == 0
// Maven 4 stops the build itself and shows the ciphertext.
if (log.contains('Error building settings')) {
    assert log.readLines().count { it.contains('BUILD SUCCESS') } == 0
} else {
    assert log.readLines().count { it.contains('does not decrypt, so nothing was sent') && it.contains("Tried to log in with <server> 'netnut' in ") } == 3
    assert !log.contains('sA+eit/SyaMHDVvWNo')
}
