import io.github.netnutmaven.testkit.CiRecipes
import io.github.netnutmaven.testkit.LeakSearch
import io.github.netnutmaven.testkit.MavenUnderTest
import io.github.netnutmaven.testkit.ProcessWatch
import io.github.netnutmaven.testkit.RecordingApi
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit

def password = 'fake-Pa55word-of-the-fleet'
def maven = new MavenUnderTest(basedir, localRepositoryPath)
def example = new File(maven.target(), 'it-projects/examples/fleet')
maven.writeScript()
def watch = new ProcessWatch()
def logs = Collections.synchronizedList([])
def api = new RecordingApi('me@example.com', password)

// Runs a step in the project of the example, without any NETNUT_ variable but those it is given.
def run = { List command, Map variables, int status = 0 ->
    def log = File.createTempFile('step', '.log', basedir)
    logs << log
    def builder = maven.process(command, [NETNUT_API_URL: api.url()] + variables).directory(example).redirectOutput(log)
    def process = builder.start()
    process.outputStream.close()
    // A watchdog for a hang, generous enough for a slow machine.
    assert process.waitFor(300, TimeUnit.SECONDS) && process.exitValue() == status: log.text
    log.text
}
// Java would look for mvn in the path of this process.
def consume = ['env'] + new CiRecipes(new File(example, 'kubernetes').toPath()).yaml('consume.yml').spec.template.spec.containers[0].command
assert consume.tail().join(' ') == 'mvn --batch-mode -Dnetnut.sandbox.skip verify'

// The pod that renews, and the volume of the pods that build. FleetScriptsTest runs the scripts of the other servers.
def pod = new File(basedir, 'pod')
pod.mkdirs()
['token': 'fake-token-of-the-pod', 'ca.crt': '', 'password': "$password\n", 'wrong': 'fake-wrong-password'].each { name, text -> new File(pod, name).text = text }
new File(pod, 'renew.sh').text = new File(example, 'renew.sh').text
new File(pod, 'store.sh').text = new File(example, 'kubernetes/store.sh').text
    .replace('/var/run/secrets/kubernetes.io/serviceaccount', pod.path).replace('https://kubernetes.default.svc', api.url().replace('/v1', ''))
def volume = new File(pod, 'volume').toPath()
Files.createDirectories(volume)
Files.createSymbolicLink(volume.resolve('token'), Path.of('..data/token'))
def issued = []
def patches = { api.requests().findAll { it.method() == 'PATCH' } }

def renew = {
    def before = patches().size()
    run(['sh', new File(pod, 'renew.sh')], [NETNUT_EMAIL: 'me@example.com', NETNUT_PASSWORD_FILE: new File(pod, 'password'), TARGET_NAMESPACES: 'builds'])
    def token = api.tokens().last()
    def written = patches().drop(before)
    assert written*.path().unique() == ['/api/v1/namespaces/builds/secrets/netnut-token']
    assert written.every { it.headers()['Authorization'] == ['Bearer fake-token-of-the-pod'] }
    assert written[0].body() == """{"stringData":{"NETNUT_TOKEN":"$token"}}"""
    issued << token
    // The kubelet: a new directory, and a link that is replaced in one step.
    def data = Files.createDirectory(volume.resolve("..${issued.size()}"))
    Files.writeString(data.resolve('token'), token)
    Files.createSymbolicLink(volume.resolve('..data_tmp'), data.fileName)
    Files.move(volume.resolve('..data_tmp'), volume.resolve('..data'), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING)
    written
}

// A build asks while the job renews. When it gets its answer, its token is no longer accepted, and the new one is in place.
renew()
api.startRenewal()
def builds = (1..2).collect { CompletableFuture.supplyAsync { run(consume, [NETNUT_TOKEN_FILE: volume.resolve('token')]) } }
api.awaitHeldCheck()
def written = renew()
api.endRenewal(true)
builds*.get().each { assert it.contains('Took the token from NETNUT_TOKEN_FILE') && !it.contains('Started a sandbox') }
assert api.logins() == 2

// The watch accepts what was stored; the plugin says when it expires, from the version on that writes it to an envFile.
def expiry = written.size() == 2 ? (written[1].body() =~ /"NETNUT_TOKEN_EXPIRES_AT":"([^"]*)"/)[0][1] : ''
assert java.time.Instant.parse(expiry).isAfter(java.time.Instant.now().plusSeconds(23 * 3600))
def seen = run(['sh', 'watch.sh'], [NETNUT_TOKEN: issued[1], NETNUT_TOKEN_EXPIRES_AT: expiry])
assert seen.contains('accept')

// A refused password: nothing is stored but that.
def refused = run(['sh', new File(pod, 'renew.sh')], [NETNUT_EMAIL: 'me@example.com', NETNUT_PASSWORD_FILE: new File(pod, 'wrong'), TARGET_NAMESPACES: 'builds'], 1)
assert refused.contains('the server refused')
assert patches().last().body() == '{"stringData":{"NETNUT_TOKEN_EXPIRES_AT":"refused"}}'
assert api.logins() == 3
watch.close()
api.close()

def found = new LeakSearch([password, 'fake-wrong-password', 'fake-token-of-the-pod'] + issued)
    .text('command lines', watch.commandLines().join('\n'))
logs.each { found.text(it.name, it.text) }
assert found.found() == []
assert !new File('/proc/self').exists() || ['renew.sh', 'org.codehaus.plexus.classworlds.launcher.Launcher'].every { part ->
    watch.commandLines().any { it.contains(part) }
}
return true
