def log = new File(basedir, 'build.log').text
assert log.contains('The address of the API, https://config.invalid/v1 (set by the project), is none that you have trusted')
assert !log.contains('host of config.invalid')
