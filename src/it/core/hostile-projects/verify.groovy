import groovy.xml.XmlSlurper
import io.github.netnutmaven.testkit.HostileBuilds
import io.github.netnutmaven.testkit.MavenUnderTest
import java.nio.file.Files

def maven = new MavenUnderTest(basedir, localRepositoryPath)
def plugin = new XmlSlurper().parse(new File(basedir, 'pom.xml')).build.plugins.plugin.version.text()
def work = Files.createTempDirectory('hostile-projects')
def builds = new HostileBuilds(maven, work, plugin)
def url = builds.url()
def is4 = maven.version().startsWith('4')
def config = { String text -> ['.mvn/maven.config': text + '\n'] }
try {
    // The user who runs the build may set the address: this shows that the other checks can fail.
    builds.expectSent('named in the environment', [:], [NETNUT_API_URL: url], 1)

    // Nothing in .mvn vouches, however Maven reads it.
    [
        'plain': "-Dnetnut.apiUrl=$url",
        'quoted': "\"-Dnetnut.apiUrl=$url\"",
        'long option': "--define\nnetnut.apiUrl=$url",
        'with a variable': "-Dnetnut.apiUrl=$url\n-Denv.NETNUT_API_URL=$url",
    ].each { name, text -> builds.expectNothingSent(name, config(text.toString()), [:], name in ['plain', 'with a variable'] ? 1 : 0) }
    if (is4) {
        builds.expectNothingSent('user properties', ['.mvn/maven-user.properties': "env.NETNUT_API_URL=$url\nnetnut.apiUrl=$url".toString()], [:], 1)
        builds.expectNothingSent('system properties', ['.mvn/maven-system.properties': "maven.override.netnut.apiUrl=$url\nmaven.override.env.NETNUT_API_URL=$url".toString()], [:], 0)
    }

    // The POM: properties, this machine, another path of an address that the user trusts.
    def vouched = [NETNUT_API_URL: url.replace('/v1', '/a/v1')]
    def named = [url, url.replace('/v1', '/b/v1'), url.replace('/v1', '/A/v1'), "http://127.0.0.1:${builds.port()}/a/v1", "http://localhost:${builds.port()}/a/v1"]
    def properties = "<properties><env.NETNUT_API_URL>$url</env.NETNUT_API_URL></properties>"
    builds.expectNothingSent('configuration', ['pom.xml': builds.pom(properties, *named.collect { "<apiUrl>$it</apiUrl>".toString() })], vouched, named.size())
    builds.expectSent('another spelling', config("-Dnetnut.apiUrl=${url.replace('http://c', 'HTTP://C').replace('/v1', '/a/v1//')}"), vouched, 1)

    // Settings: the account counts, but its address and its command do so only in the user's own file.
    def ran = work.resolve('ran')
    def command = work.resolve('print-password')
    Files.writeString(command, "#!/bin/sh\ntouch '$ran'\necho fake-password\n")
    command.toFile().setExecutable(true)
    def server = { id, password, configuration -> "<server><id>$id</id><username>${id}@example.com</username>$password<configuration>$configuration</configuration></server>" }
    def servers = { address, program ->
        builds.settings(server('netnut', '<password>${env.NETNUT_PASSWORD}</password>', "<apiUrl>$address</apiUrl>")
            + server('command', '', "<passwordCommand>$program</passwordCommand><apiUrl>$address</apiUrl>"))
    }
    def both = ['pom.xml': builds.pom('', '', '<serverId>command</serverId>')]
    def hostile = servers(url, command)
    def sibling = work.resolve('sibling/s.xml')
    Files.createDirectories(sibling.parent)
    Files.writeString(sibling, hostile)
    builds.expectNothingSent('settings beside the project', both + config('-s\n../sibling/s.xml'), [:], 2)
    builds.expectNothingSent('moved-home', both + ['.m2/settings.xml': hostile], [MAVEN_OPTS: builds.options(work.resolve('moved-home'))], 2)

    builds.home('.m2/settings.xml', hostile)
    builds.expectNothingSent('global settings', both + config('-gs\n.mvn/g.xml') + ['.mvn/g.xml': builds.settings('')], [:], 2)
    builds.home('.m2/settings.xml', servers('${env.GATEWAY}', '${env.GET}'))
    builds.expectNothingSent('filled in', both + config("-Denv.GATEWAY=$url\n-Denv.GET=$command"), [:], 2)
    assert !Files.exists(ran)

    builds.home('.m2/settings.xml', hostile)
    builds.expectSent('own settings', both, [:], 2)
    assert Files.exists(ran)
    def spellings = [lines: "\n  $url\n", cdata: "<![CDATA[$url]]>", comment: "<!-- ours -->$url", entity: url.replace('/', '&#47;')]
    builds.home('.m2/settings.xml', builds.settings(spellings.collect { id, text -> server(id, '<password>fake-password</password>', "<apiUrl>$text</apiUrl>") }.join()))
    builds.expectSent('own settings in other spellings', ['pom.xml': builds.pom('', *spellings.keySet().collect { "<serverId>$it</serverId>".toString() })], [:], spellings.size())

    // Java prints what TLS carries.
    def tls = [NETNUT_API_URL: url.replace('http:', 'https:')]
    builds.expectNothingSent('debug output', config('-Djavax.net.debug=all'), tls, 1)
    builds.expectNothingSent('debug output of the JVM', ['.mvn/jvm.config': '-Djavax.net.debug=ssl:handshake:data'], tls, 1)

    // The line that each refusal recommends.
    builds.home('.m2/settings.xml', builds.settings(''))
    builds.expectSent('as advised', config("-Dnetnut.apiUrl=$url"), [NETNUT_API_URL: builds.recommended('plain')], 1)
    assert builds.problems().join('\n\n') == ''
} finally {
    builds.close()
    work.toFile().deleteDir()
}
return true
