def api = context.get('api')
api.close()
assert api.requests()*.path() == ['/v1/auth/login', '/v1/auth/authenticated']
assert new File(basedir, 'build.log').text.contains(api.tokens()[0])
assert !new File(basedir, 'target').exists()
