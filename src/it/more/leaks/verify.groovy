def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text
def line = { text -> log.readLines().count { it.contains(text) } }

assert api.logins() == 1
['report', 'resource', 'properties', 'nested', 'log'].each { module ->
    assert log.readLines().any { it.contains('Failed to execute goal') && it.contains(':leak-check (leaks) on project ' + module) }
}
assert log.readLines().any { it.contains('Failed to execute goal') && it.contains(':leak-check (leaks-of-failed-tests) on project failing') }
def report = '(a system property in a test report). Pass it to the tests as an environment variable'
def filtered = '(most likely a filtered resource). Do not filter it'
assert line("target/failsafe-reports/TEST-it.ReportIT.xml: the token $report") > 0
assert line("target/classes/app.yml: the token $filtered") > 0
assert line("target/resource-1.jar!/app.yml: the token $filtered") > 0
assert line('target/build-info/build.properties: the token (a properties file).') > 0
assert line("target/nested-1.war!/WEB-INF/lib/lib-1.jar!/deep/lib.properties: the token $filtered") > 0
assert line('target/client.log: the token, in Base64 (a log).') > 0
assert line('target/failsafe-reports/TEST-it.FailingIT.xml: the token (what a test printed, or the text of its failure). Change the test') > 0

// Maven ran a goal that wrote the token after leak-check.
def late = log.readLines().findAll { it.contains('These goals ran after netnut:leak-check') }
assert late.size() == 1
assert late[0].contains('(target/late/app.yml, 1 in all): maven-resources-plugin:copy-resources (late). In the POM')

// The root, the module with a late goal, and the module without a leak.
assert log.findAll(/Searched [0-9]+ files? and [0-9]+ archive entr(y|ies): no token and no password found\./).size() == 3
// Surefire prints the message of the failed test.
def ours = log.readLines().findAll { !it.contains('Not accepted: ') }.join('\n')
assert new io.github.netnutmaven.testkit.LeakSearch(['fake-Pa55word-for-tests'] + api.tokens()).text('build.log', ours).found() == []
