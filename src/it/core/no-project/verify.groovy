def api = context.get('api')
api.close()
assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated']
// Alone on its line, but for what Maven 4 puts before all that a plugin prints.
assert new File(basedir, 'build.log').readLines()*.replace('[INFO] [stdout] ', '').contains(api.tokens()[0])
assert !new File(basedir, 'target').exists()
