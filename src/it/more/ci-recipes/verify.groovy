import groovy.xml.XmlSlurper
import io.github.netnutmaven.testkit.CiRecipes
import io.github.netnutmaven.testkit.LeakSearch
import io.github.netnutmaven.testkit.MavenUnderTest
import java.nio.file.Files

def api = context.get('api')
def maven = new MavenUnderTest(basedir, localRepositoryPath)
def password = 'fake-Pa55word-for-tests'
def recipes = new CiRecipes(new File(basedir, 'recipes').toPath()).all()

// This project is examples/quickstart. Its test passes only with a token that the API accepts.
def target = new File(basedir, 'target')
def tested = {
    def summary = new XmlSlurper().parse(new File(target, 'failsafe-reports/failsafe-summary.xml'))
    summary.completed.text() == '1' && summary.failures.text() == '0' && summary.errors.text() == '0'
}

// Forks are built like any clone of the quickstart, which has its own test.
['Jenkinsfile': 'Verify a fork', 'github-actions.yml': 'verify-without-account', 'gitlab-ci.yml': 'verify-without-account', 'azure-pipelines.yml': 'verify_fork'].each { recipe, job ->
    assert recipes[recipe].findAll { it.job() == job }*.script() == ['mvn --batch-mode verify']
}

// Runs steps as a CI server does: with its variables, those of the step, and a shell that stops at the first failure.
def server = new File(basedir, 'server')
def passedOnTo = { File directory ->
    new File(directory, 'github-env').readLines().collectEntries { it.split('=', 2) as List }
}
def ofServers = ['CI', 'CI_JOB_ID', 'GITHUB_ACTIONS', 'GITHUB_ENV', 'GITLAB_CI', 'JENKINS_URL', 'TF_BUILD']
def values = [NETNUT_EMAIL: 'me@example.com', NETNUT_PASSWORD: password, NETNUT_TOKEN_FILE: "$server/netnut-token"]
def run = { List steps, Map<String, String> ofServer ->
    [server, new File(target, 'failsafe-reports')].each { it.deleteDir() }
    server.mkdirs()
    // The file of the runner, which is empty at first.
    if (ofServer.containsKey('GITHUB_ENV')) {
        new File(ofServer.GITHUB_ENV).createNewFile()
    }
    def said = new StringBuilder()
    def passedOn = [:]
    steps.each { step ->
        def variables = step.environment().keySet().collectEntries { [it, values[it]] }
        assert variables.values().every()
        def builder = maven.process(['sh', '-e', '-c', step.script()],
            [NETNUT_API_URL: api.url(), XDG_CACHE_HOME: "$server/caches"] + ofServer + passedOn + variables)
        builder.environment().keySet().removeAll { it in ofServers && !ofServer.containsKey(it) }
        def output = MavenUnderTest.output(builder)
        said.append(output)
        def envFile = new File(server, 'github-env')
        if (envFile.exists()) {
            passedOn.putAll(passedOnTo(server))
        }
        if (step.script().contains('netnut:login') && !step.script().contains('\n')) {
            def written = server.listFiles().findAll { it.isFile() }
            assert written.size() == 1 && written[0].text.contains(api.tokens().last())
            assert ofServer.containsKey('GITHUB_ENV') || Files.getPosixFilePermissions(written[0].toPath())*.name().toSet() == ['OWNER_READ', 'OWNER_WRITE'] as Set
        }
    }
    said.toString()
}

// With an account: one login, whose token the tests get, and a mask where the server supports it.
def directory = server.path
def jobs = [
    ['Jenkinsfile', ['Log in', 'Verify', 'post'], [CI: 'true', JENKINS_URL: 'https://ci.example.com/', WORKSPACE_TMP: directory], null, []],
    ['github-actions.yml', ['verify'], [CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_ENV: "$directory/github-env".toString()], '::add-mask::', ['github-env']],
    // GitLab sets the account in the environment of the whole job.
    ['gitlab-ci.yml', ['verify'], [CI: 'true', GITLAB_CI: 'true', CI_BUILDS_DIR: directory, CI_JOB_ID: '17', NETNUT_EMAIL: 'me@example.com', NETNUT_PASSWORD: password], null, []],
    ['azure-pipelines.yml', ['verify'], [TF_BUILD: 'True', AGENT_TEMPDIRECTORY: directory], '##vso[task.setsecret]', ['netnut-token']],
]
jobs.each { recipe, parts, ofServer, mask, left ->
    def logins = api.logins()
    def steps = recipes[recipe].findAll { it.job() in parts }
    assert steps.collectMany { it.mavenCommands() }.size() == 3
    def output = run(steps, ofServer)
    assert api.logins() == logins + 1
    def token = api.tokens().last()
    assert tested()
    // The search for leaks within the build, and the one after it.
    assert output.count('Looked for ') + output.count('Searched ') >= 2

    assert output.readLines().findAll { it.contains(token) } == (mask == null ? [] : ["$mask$token".toString()])
    def rest = output.readLines().findAll { mask == null || !it.startsWith(mask) }.join('\n')
    assert new LeakSearch([token, password]).text(recipe, rest).path(target.toPath()).found() == []

    // No cache, and no file except the one that the server itself removes.
    assert server.list().sort() == left
    if (left == ['github-env']) {
        assert passedOnTo(server).NETNUT_TOKEN == token
    }
}

api.close()

// Both jobs as gitlab-ci-local runs them, against a sandbox in another process. After -Pci-recipes it is there.
def gitlab = new File(basedir, '../../../../ci-recipes/node_modules/.bin/gitlab-ci-local').canonicalPath
if (new File(gitlab).exists()) {
    def start = { List command ->
        // Without this variable, it takes the branch from the repository around.
        maven.process(command, [GIT_CEILING_DIRECTORIES: basedir.parent]).start()
    }
    // It copies the project for Docker, which no job uses here.
    def rsync = new File(basedir, 'bin/rsync')
    rsync.text = '#!/bin/sh\n'
    rsync.executable = true
    def sandbox = start(["$basedir/bin/mvn", '--batch-mode', 'netnut:sandbox-run'])
    try {
        def lines = sandbox.inputStream.newReader()
        def line = lines.readLine()
        while (!line.contains('Started a sandbox at ')) {
            line = lines.readLine()
        }
        def url = (line =~ 'Started a sandbox at (\\S+) ')[0][1]
        def builds = new File(basedir, 'builds')
        builds.mkdirs()
        def job = { String name, Map variables ->
            def options = (variables + [CI_BUILDS_DIR: builds, NETNUT_API_URL: url]).collectMany { k, v -> ['--variable', "$k=$v"] }
            def process = start([gitlab, '--file', 'recipes/gitlab-ci.yml', '--force-shell-executor', *options, name])
            process.outputStream.close()
            def said = process.inputStream.text
            assert process.waitFor() == 0: said
            said
        }
        target.deleteDir()
        def verified = job('verify', [NETNUT_EMAIL: 'sandbox@example.com', NETNUT_PASSWORD: 'sandbox'])
        assert verified.contains('Logged in as s***@example.com') && verified.contains("The API at $url accepts the token of this build.")
        assert tested() && builds.list() == []
        // Half an account is what an unprotected branch gets when only the password is protected.
        [[:], [NETNUT_EMAIL: 'sandbox@example.com']].each {
            target.deleteDir()
            assert job('verify-without-account', it).contains('Started a sandbox at ')
            assert tested()
        }
        def halfAccount = start([gitlab, '--file', 'recipes/gitlab-ci.yml', '--variable', 'NETNUT_EMAIL=me@example.com', '--list-csv']).inputStream.readLines()
        assert halfAccount.any { it.startsWith('verify-without-account;') } && !halfAccount.any { it.startsWith('verify;') }
        assert new LeakSearch(['eyJhbGciOi']).text('job', verified).found() == []
    } finally {
        sandbox.descendants().each { it.destroy() }
        sandbox.destroy()
    }
}
return true
