import io.github.netnutmaven.testkit.MavenUnderTest

def api = context.get('api')
api.close()
def log = new File(basedir, 'build.log').text

// The first build logs in and verifies the token, the second sends nothing.
assert api.requests()*.readLines()*.first() == ['POST /v1/auth/login HTTP/1.1', 'GET /v1/auth/authenticated HTTP/1.1']
assert api.connections() == 1
def told = log.readLines().findAll { it =~ /Logged in as|Using the cached token/ }
assert told.size() == 2
assert told[0] =~ /Logged in as m\*{3}@example\.com at /
assert told[1] =~ /Using the cached token of m\*{3}@example\.com \(verified [0-4] min ago\), expires \S+Z; it is in \$\{netnut\.token}\./

// Each line is a class and its source, which is "shared objects file" for the archive of the JDK. The name of a lambda has a number.
def loaded = { String name ->
    new File(basedir, "classes-of-${name}.log").readLines()
        .collect { it =~ /([\w.$\/]+) source: (.*)/ }.findAll { it.find() }
        .collect { [name: it.group(1).split('[$][$]')[0], from: it.group(2)] }
}
def login = loaded('login')
def nothing = loaded('nothing')

// Maven itself may have loaded TLS for a repository.
def needless = (login*.name - nothing*.name).findAll { it =~ /^(javax\.net\.ssl|sun\.security\.ssl)\./ } +
    login*.name.findAll { it =~ /^(org\.apache\.hc\.|com\.fasterxml\.jackson\.core\.|io\.github\.netnutmaven\.http\.)/ }
assert needless == []

def costly = { classes -> classes.count { !it.from.contains('shared objects file') } }
def fromJar = login.count { it.from.contains('netnut-maven-plugin') }
def more = costly(login) - costly(nothing)
println "A login within the interval loads $more classes more than one that is skipped; $fromJar in all are from the plugin's jar."
assert fromJar > 0 && fromJar <= 90
// Maven 3.8.9 loads fewer of the JDK's classes on its own, such as those of a digest, so more of them count as ours.
assert more > 0 && more <= (new MavenUnderTest(basedir, localRepositoryPath).version() == '3.8.9' ? 150 : 120)

def target = basedir.parentFile.parentFile.parentFile.parentFile
def kept = new File(target, 'it-cache/netnut-maven-plugin').listFiles().findAll { it.text.contains(":${api.port()}/") }
assert kept.size() == 1 && kept[0].text =~ /\nverified [0-9]+\n/
kept[0].delete()
return true
