import io.github.netnutmaven.testkit.RecordingApi

def api = new RecordingApi('me@example.com', 'fake-Pa55word-for-tests')
context.put('api', api)
new File(basedir, 'test.properties').text = "netnut.apiUrl=${api.url()}\n"
new File(basedir, 'password').text = '# The first line without a # is the password.\nfake-Pa55word-for-tests\n'
def accounts = new File(basedir, 'accounts.xml').text
new File(basedir, 'accounts-with-file.xml').text = accounts.replace('env:MY_PASSWORD', "file:$basedir/password")
return true
