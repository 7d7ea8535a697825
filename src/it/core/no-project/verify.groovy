def api = context.get('api')
api.close()
assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated']
// The token alone on its line, except for the prefix of Maven 4.
assert new File(basedir, 'build.log').readLines()*.replace('[INFO] [stdout] ', '').contains(api.tokens()[0])
assert !new File(basedir, 'target').exists()
