import io.github.netnutmaven.testkit.LeakSearch
import io.github.netnutmaven.testkit.MavenUnderTest

// Runs the commands of pages as they are written there.
def api = context.get('api')
def password = 'fake-Pa55word-for-tests'
// Not in the project, where the plugin stores no tokens.
def caches = new File(basedir.parentFile, 'page-commands-caches')
caches.deleteDir()
def maven = new MavenUnderTest(basedir, localRepositoryPath)
def shell = { String commands, Map<String, String> variables ->
    def builder = maven.process(['sh', '-e', '-c', commands], [XDG_CACHE_HOME: caches] + variables)
    // On a CI server the cache is off.
    builder.environment().remove('CI')
    builder
}
def said = new StringBuilder()
def run = { String commands, Map<String, String> variables = [:], String input = '' ->
    def process = shell(commands, variables).start()
    process.outputStream.withWriter { it << input }
    def output = process.inputStream.getText('UTF-8')
    said.append(output)
    assert process.waitFor() == 0: output
    output
}
def commands = { String page ->
    def text = new File(basedir, "../../../../../src/site/$page").text
    (text =~ /(?ms)^ *```sh\n(.*?)^ *```$/).collect { it[1].readLines()*.trim().join('\n') }
}
def account = [NETNUT_API_URL: api.url(), NETNUT_EMAIL: 'me@example.com', NETNUT_PASSWORD: password]

// IDE: the file, and the sandbox in a second terminal, here on a free port.
def (envFile, sandbox, inSandbox) = commands('markdown/ide.md')
run(envFile, account)
def variables = new File(basedir, 'target/netnut.env').readLines()
assert variables[0..1] == ["NETNUT_TOKEN=${api.tokens().last()}", "NETNUT_API_URL=${api.url()}"]*.toString() && variables[2] =~ /^NETNUT_TOKEN_EXPIRES_AT=\S+Z$/
def port = new ServerSocket(0).withCloseable { it.localPort } as String
def running = shell('exec ' + sandbox.replace('18080', port), [:]).start()
def lines = running.inputStream.newReader('UTF-8')
def line = lines.readLine()
while (!line.contains(":$port/v1")) {
    said.append(line).append('\n')
    line = lines.readLine()
}
assert run(inSandbox.replace('18080', port)).contains("Logged in as s***@example.com at http://127.0.0.1:$port/v1")
running.destroy()
running.waitFor()

// The examples on the pages of the goals, and what the page "Forget everything" says.
def (check, report, exec, logout, shortLived, sandboxRun, help) = commands('goal-examples.md')
assert report.startsWith("$check ")
assert run(report, account).contains('token:    from cache, expires ')
assert new File(basedir, 'target/netnut.json').text.contains('"verdict":"accepted"')
assert run(logout, account).contains('Forgot')

// Programs with the token, here small scripts.
['k6', 'newman', 'docker'].each { name ->
    def program = new File(basedir, "bin/$name")
    program.text = '#!/bin/sh\necho "'+ name + ' got ${NETNUT_TOKEN:+a token} and ${NETNUT_API_URL}: $*"\n'
    program.setExecutable(true)
}
def (programs, others) = commands('markdown/run-a-program.md')
assert programs == exec
assert run(exec, account).contains("k6 got a token and ${api.url()}: run load.js")
// The first of them is the same command.
assert run(others.readLines().tail().join('\n'), account).contains("docker got a token and ${api.url()}: compose up --abort-on-container-exit")
new File(basedir, 'job.sh').text = 'echo "job.sh got ${NETNUT_TOKEN:+a token}"\n'
assert run(commands('markdown/shell-script.md').first(), account).contains('job.sh got a token')

// The password from the secret store of a cloud.
def aws = new File(basedir, 'bin/aws')
aws.text = '#!/bin/sh\n[ "$*" = "secretsmanager get-secret-value --secret-id netnut --query SecretString --output text" ] && echo ' + password + '\n'
aws.setExecutable(true)
def fromCloud = (new File(basedir, '../../../../../src/site/markdown/github-actions.md').text =~ /NETNUT_PASSWORD_COMMAND: (.*)/)[0][1]
caches.deleteDir()
assert run('mvn netnut:login', account - [NETNUT_PASSWORD: password] + [NETNUT_PASSWORD_COMMAND: fromCloud]).contains('Logged in as')
assert run(shortLived).contains('Logged in as s***@example.com')
assert sandboxRun == sandbox
assert run(help).contains('visibility')
assert commands('markdown/forget.md') == [logout]

// A company's proxy: its CA is added to a copy of Java's trust store.
def (store, options) = commands('markdown/company-proxy.md')
run('keytool -genkeypair -alias ca -dname CN=company -keyalg EC -keystore ca.store -storepass changeit && keytool -exportcert -rfc -alias ca -file company-ca.pem -keystore ca.store -storepass changeit')
run(store, [:], 'yes\n')
assert run('keytool -list -keystore company-trust.store -storepass changeit -alias company-ca').contains('trustedCertEntry')

// An address that the environment trusts, as in the FAQ and on the page about security, in the README's last step; with that store.
def (trusted) = commands('markdown/faq.md')
assert commands('markdown/security.md') == [trusted]
caches.deleteDir()
run(options.replace('/path', basedir.path) + '\n' + trusted.replace('https://gateway.example.com/netnut/v1', api.url()).replace('mvn verify', commands('../../README.md').last()), account - [NETNUT_API_URL: api.url()])
assert said.toString().contains("Logged in as m***@example.com at ${api.url()}")

// Maven 3 asks for passwords at a terminal.
if (maven.version().startsWith('3.')) {
    // The terminal shows what is typed before the prompt, so this output is not searched for secrets.
    def encrypt = { String command, String typed ->
        def process = shell("script -qefc '$command -Dsettings.security=security.xml' /dev/null", [:]).start()
        process.outputStream.withWriter { it << typed << '\n' }
        (process.inputStream.getText('UTF-8') =~ /\{\S+}/).collect { it }.last()
    }
    def (master, ofAccount, proof) = commands('markdown/encrypt-maven-3.md')
    assert commands('markdown/encrypt-maven-4.md').last() == proof
    new File(basedir, 'security.xml').text = "<settingsSecurity><master>${encrypt(master, 'fake-master-Pa55word')}</master></settingsSecurity>"
    new File(basedir, 'accounts.xml').text = """<settings><servers><server><id>netnut</id><username>me@example.com</username>
        <password>${encrypt(ofAccount, password)}</password></server></servers></settings>"""
    def inSettings = proof.replace('mvn ', 'mvn -gs accounts.xml -Dsettings.security=security.xml ')
    assert run(inSettings, [NETNUT_API_URL: api.url()]).contains('Logged in as m***@example.com')

    // Although a token is cached by now, the command shows that a password is wrong.
    new File(basedir, 'accounts.xml').with { it.text = it.text.replaceAll('<password>.*</password>', '<password>fake-wr0ng-Pa55word</password>') }
    def wrong = shell(inSettings, [NETNUT_API_URL: api.url()]).start()
    said.append(wrong.inputStream.getText('UTF-8'))
    assert wrong.waitFor() == 1
}

assert new LeakSearch([password] + api.tokens()).text('output', said.toString()).found() == []
api.close()
return true
