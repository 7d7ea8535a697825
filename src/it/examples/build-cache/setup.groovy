new File(basedir, 'test.properties').text = "maven.build.cache.location=${new File(basedir, 'cache').path}\n"
return true
