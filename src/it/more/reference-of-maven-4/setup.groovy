import io.github.netnutmaven.testkit.RecordingApi

context.put('api', RecordingApi.of(basedir))
new File(basedir, 'password').text = '# The first line without a # is the password.\nfake-Pa55word-for-tests\n'
def accounts = new File(basedir, 'accounts.xml').text
new File(basedir, 'accounts-with-file.xml').text = accounts.replace('env:MY_PASSWORD', "file:$basedir/password")
return true
