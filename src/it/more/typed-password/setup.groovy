import io.github.netnutmaven.testkit.RecordingApi

def api = new RecordingApi('me@example.com', 'fake-Pa55word-for-tests')
context.put('api', api)
new File(basedir, 'test.properties').text = "netnut.apiUrl=${api.url()}\n"
// The settings that the tests run with, for a Maven that the check starts itself.
def settings = new File(basedir, 'settings.xml')
settings.text = new File(basedir.parentFile.parentFile.parentFile.parentFile, 'it-projects/settings.xml').text
    .replace('@localRepositoryUrl@', new File(System.getProperty('maven.repo.local', "${System.getProperty('user.home')}/.m2/repository")).toURI().toString())
context.put('settings', settings)
return true
