import io.github.netnutmaven.testkit.CiRecipes
import io.github.netnutmaven.testkit.LeakSearch
import io.github.netnutmaven.testkit.MavenUnderTest
import io.github.netnutmaven.testkit.ProcessWatch
import io.github.netnutmaven.testkit.RecordingApi
import java.nio.file.Files
import java.nio.file.StandardCopyOption
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit

def password = 'fake-Pa55word-of-the-fleet'
def maven = new MavenUnderTest(basedir, localRepositoryPath)
def example = new File(maven.target(), 'it-projects/examples/fleet')
def mvn = maven.writeScript()
def watch = new ProcessWatch()
def logs = Collections.synchronizedList([])

// Runs a step in the project of the example, without any NETNUT_ variable but those it is given.
def run = { List command, RecordingApi api, Map variables ->
    def log = File.createTempFile('step', '.log', basedir)
    logs << log
    def builder = new ProcessBuilder(command*.toString()).directory(example).redirectErrorStream(true).redirectOutput(log)
    builder.environment().keySet().removeAll { it.startsWith('NETNUT_') }
    builder.environment().putAll([CI: 'true', NETNUT_API_URL: api.url(), MAVEN_OPTS: '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC',
        PATH: "${mvn.parent}:${System.getenv('PATH')}".toString()] + variables.collectEntries { name, value -> [name, value.toString()] })
    def process = builder.start()
    process.outputStream.close()
    // A watchdog for a hang, generous enough for a slow machine.
    assert process.waitFor(300, TimeUnit.SECONDS) && process.exitValue() == 0: log.text
    log.text
}
def search = { List tokens, Map texts ->
    def found = new LeakSearch([password] + tokens)
    texts.each { name, text -> found.text(name, text) }
    assert found.found() == []
}
// Java would look for mvn in the path of this process.
def consume = ['env'] + new CiRecipes(new File(example, 'kubernetes').toPath()).yaml('consume.yml').spec.template.spec.containers[0].command
assert consume.tail().join(' ') == 'mvn --batch-mode -Dnetnut.sandbox.skip verify'

// Kubernetes: one renewal before the 50 builds, and one among them. It is not known whether a login ends the older tokens.
def number = 50
[false, true].each { revoked ->
    def api = new RecordingApi('me@example.com', password)
    def pod = new File(basedir, "pod-$revoked")
    pod.mkdirs()
    ['token': 'fake-token-of-the-pod', 'namespace': 'builds', 'ca.crt': ''].each { name, text -> new File(pod, name).text = text }
    new File(pod, 'password').text = "$password\n"
    def script = new File(pod, 'renew.sh')
    def address = api.url().replace('/v1', '')
    script.text = new File(example, 'kubernetes/renew.sh').text
        .replace('/var/run/secrets/kubernetes.io/serviceaccount', pod.path).replace('https://kubernetes.default.svc', address)
    def volume = new File(pod, 'volume').toPath()
    Files.createDirectories(volume)
    Files.createSymbolicLink(volume.resolve('token'), java.nio.file.Path.of('..data/token'))
    def issued = []

    def renew = {
        run(['sh', script], api, [NETNUT_EMAIL: 'me@example.com', NETNUT_PASSWORD_FILE: new File(pod, 'password')])
        def patch = api.requests().findAll { it.method() == 'PATCH' }.last()
        assert "${patch.method()} ${patch.path()}" == 'PATCH /api/v1/namespaces/builds/secrets/netnut-token'
        assert patch.headers()['Authorization'] == ['Bearer fake-token-of-the-pod']
        assert patch.headers()['Content-type'] == ['application/merge-patch+json']
        def token = (patch.body() =~ /^\{"stringData":\{"token":"([^"]+)"}}$/)[0][1]
        assert token == api.tokens().last()
        issued << token
        // The kubelet: a new directory, and a link that is replaced in one step.
        def data = Files.createDirectory(volume.resolve("..${issued.size()}"))
        Files.writeString(data.resolve('token'), token)
        Files.createSymbolicLink(volume.resolve('..data_tmp'), data.fileName)
        Files.move(volume.resolve('..data_tmp'), volume.resolve('..data'), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING)
    }

    def pool = Executors.newFixedThreadPool(3)
    def start = { int builds ->
        (1..builds).collect { pool.submit({ run(consume, api, [NETNUT_TOKEN_FILE: volume.resolve('token')]) } as Callable) }
    }
    renew()
    def early = number.intdiv(5) * 2
    def before = start(early)*.get()
    // The next builds ask while the job renews. The new token is in place when they get their answer.
    api.startRenewal()
    def builds = start(number - early)
    api.awaitHeldCheck()
    renew()
    api.endRenewal(revoked)
    def after = builds*.get()
    pool.shutdown()
    api.close()

    assert api.logins() == 2
    assert (before + after).size() == number
    (before + after).each { assert it.contains('Took the token from NETNUT_TOKEN_FILE') && !it.contains('Started a sandbox') }
    // The renewals and the builds ask once; a build whose token was refused asks again, with the new token.
    def asked = api.requests().findAll { it.path().endsWith('/auth/authenticated') }.countBy { it.headers()['Authorization'][0] }
    def more = asked.values().sum() - (2 + number)
    assert revoked ? more in 1..3 && asked[issued[0]] == 1 + early + more : more == 0
    search(issued + ['fake-token-of-the-pod'], ['command lines': watch.commandLines().join('\n'), 'environments': watch.environments().join('\n')])
    search(issued, logs.collectEntries { [it.name, it.text] })
    assert !new File('/proc/self').exists() || ['renew.sh', 'org.codehaus.plexus.classworlds.launcher.Launcher'].every { part ->
        watch.commandLines().any { it.contains(part) }
    }
}

// The other stores: once, because they are the same on each Maven.
if (maven.version() == '3.9.16') {
    def api = new RecordingApi('me@example.com', password)
    def address = api.url().replace('/v1', '')
    def bin = mvn.parentFile
    def gh = new File(bin, 'gh')
    gh.text = "#!/bin/sh\necho \"\$* for \$GH_REPO as \$GH_TOKEN\" > '$basedir/gh-call'\ncat > '$basedir/gh-secret'\n"
    gh.executable = true
    def secrets = [NETNUT_EMAIL: 'me@example.com', NETNUT_PASSWORD: password, SECRETS_TOKEN: 'fake-token-of-github']
    def github = { recipe, values ->
        new CiRecipes(new File(example, 'github').toPath()).github(recipe).each { step ->
            def variables = step.environment().collectEntries { name, value ->
                [name, value == '${{ github.repository }}' ? 'me/project' : values[(value =~ /^\$\{\{ secrets\.(\w+) }}$/)[0][1]]]
            }
            run(['sh', '-e', '-c', step.script()], api, [GITHUB_ACTIONS: 'false', RUNNER_TEMP: basedir] + variables)
        }
    }
    github('renew.yml', secrets)
    assert new File(basedir, 'gh-call').text == 'secret set NETNUT_TOKEN for me/project as fake-token-of-github\n'
    assert new File(basedir, 'gh-secret').text == api.tokens().last()
    github('consume.yml', [NETNUT_TOKEN: api.tokens().last()])
    assert api.logins() == 1

    // In a job that the old token reaches, too.
    def account = [NETNUT_EMAIL: 'me@example.com', NETNUT_PASSWORD: password, NETNUT_TOKEN: api.tokens().last()]
    run(['sh', 'gitlab/renew.sh'], api, account + [GROUP_ACCESS_TOKEN: 'fake-token-of-gitlab', CI_API_V4_URL: "$address/api/v4", CI_PROJECT_NAMESPACE_ID: 17])
    def put = api.requests().last()
    assert api.logins() == 2
    assert "${put.method()} ${put.path()}" == 'PUT /api/v4/groups/17/variables/NETNUT_TOKEN'
    assert put.headers()['Private-token'] == ['fake-token-of-gitlab']
    assert put.body() == "value=${api.tokens().last()}&masked=true&protected=true&raw=true"

    run(['sh', 'jenkins/renew.sh'], api, account + [WRITER: 'writer', WRITER_TOKEN: 'fake-token-of-jenkins', JENKINS_URL: "$address/"])
    def post = api.requests().last()
    assert api.logins() == 3
    assert "${post.method()} ${post.path()}" == 'POST /credentials/store/system/domain/_/credential/netnut-token/config.xml'
    assert post.headers()['Authorization'] == ['Basic ' + 'writer:fake-token-of-jenkins'.bytes.encodeBase64()]
    def credential = new groovy.xml.XmlSlurper().parseText(post.body())
    assert [credential.id.text(), credential.scope.text(), credential.secret.text()] == ['netnut-token', 'GLOBAL', api.tokens().last()]
    api.close()
    search(api.tokens() + ['fake-token-of-github', 'fake-token-of-gitlab', 'fake-token-of-jenkins', 'writer:fake'],
        ['command lines': watch.commandLines().join('\n')] + logs.collectEntries { [it.name, it.text] })
}
watch.close()
return true
