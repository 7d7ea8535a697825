import groovy.xml.XmlSlurper
import io.github.netnutmaven.testkit.HostileBuilds
import io.github.netnutmaven.testkit.MavenUnderTest
import java.nio.file.Files

def maven = new MavenUnderTest(basedir, localRepositoryPath)
def plugin = new XmlSlurper().parse(new File(basedir, 'pom.xml')).build.plugins.plugin.version.text()
def work = Files.createTempDirectory('hostile-projects')
def builds = new HostileBuilds(maven, work, plugin)
def url = builds.url()
def config = { String text -> ['.mvn/maven.config': text + '\n'] }
try {
    // Nothing in .mvn vouches. Only Maven 4 reads the property file.
    builds.expect('files of Maven', config("-Dnetnut.apiUrl=$url\n-Denv.NETNUT_API_URL=$url") + [
        '.mvn/maven-user.properties': "env.NETNUT_API_URL=$url\nnetnut.apiUrl=$url".toString(),
    ], [:], 0, 1)

    // The POM: properties, this machine, another path of an address that the user trusts. Another spelling of that address is sent the
    // password, which shows that the other checks can fail.
    def named = [url, url.replace('/v1', '/b/v1'), url.replace('/v1', '/A/v1'), "http://127.0.0.1:${builds.port()}/a/v1", "http://localhost:${builds.port()}/a/v1"]
    def same = url.replace('http://c', 'HTTP://C').replace('/v1', '/a/v1//')
    def properties = "<properties><env.NETNUT_API_URL>$url</env.NETNUT_API_URL></properties>"
    def pom = builds.pom(properties, *(named + same).collect { "<apiUrl>$it</apiUrl>".toString() })
    builds.expect('configuration', ['pom.xml': pom], [NETNUT_API_URL: url.replace('/v1', '/a/v1')], 1, named.size())

    // Settings: the account counts, but its address and its command do so only in the user's own file.
    def ran = work.resolve('ran')
    def command = work.resolve('print-password')
    Files.writeString(command, "#!/bin/sh\ntouch '$ran'\necho fake-password\n")
    command.toFile().setExecutable(true)
    def server = { id, password, configuration -> "<server><id>$id</id><username>${id}@example.com</username>$password<configuration>$configuration</configuration></server>" }
    def servers = { address, program ->
        server('netnut', '<password>${env.NETNUT_PASSWORD}</password>', "<apiUrl>$address</apiUrl>") +
            server('command', '', "<passwordCommand>$program</passwordCommand><apiUrl>$address</apiUrl>")
    }
    def both = ['pom.xml': builds.pom('', '', '<serverId>command</serverId>')]
    def hostile = builds.settings(servers(url, command))
    def sibling = work.resolve('sibling/s.xml')
    Files.createDirectories(sibling.parent)
    Files.writeString(sibling, hostile)
    builds.expect('settings beside the project', both + config('-s\n../sibling/s.xml'), [:], 0, 2)
    builds.expect('moved-home', both + ['.m2/settings.xml': hostile], [MAVEN_OPTS: builds.options(work.resolve('moved-home'))], 0, 2)

    builds.home('.m2/settings.xml', hostile)
    builds.expect('global settings', both + config('-gs\n.mvn/g.xml') + ['.mvn/g.xml': builds.settings('')], [:], 0, 2)
    builds.home('.m2/settings.xml', builds.settings(servers('${env.GATEWAY}', '${env.GET}')))
    builds.expect('filled in', both + config("-Denv.GATEWAY=$url\n-Denv.GET=$command"), [:], 0, 2)
    assert !Files.exists(ran)

    def spellings = [lines: "\n  $url\n", cdata: "<![CDATA[$url]]>", comment: "<!-- ours -->$url", entity: url.replace('/', '&#47;')]
    def spelt = spellings.collect { id, text -> server(id, '<password>fake-password</password>', "<apiUrl>$text</apiUrl>") }.join()
    builds.home('.m2/settings.xml', builds.settings(servers(url, command) + spelt))
    def all = builds.pom('', '', *(['command'] + spellings.keySet()).collect { "<serverId>$it</serverId>".toString() })
    builds.expect('own settings', ['pom.xml': all], [:], 2 + spellings.size(), 0)
    assert Files.exists(ran)
    builds.home('.m2/settings.xml', builds.settings(''))

    // Java prints what TLS carries.
    builds.expect('debug output', config('-Djavax.net.debug=all'), [NETNUT_API_URL: url.replace('http:', 'https:')], 0, 1)

    // A hosts file leads localhost away. Java takes this address for another machine, but nothing leaves this one.
    def own = builds.options(work.resolve('home'))
    def local = [NETNUT_API_URL: "http://localhost:${builds.port()}/v1".toString()]
    builds.expect('localhost led away', ['.mvn/hosts': '0.0.0.0 localhost\n'], local + [MAVEN_OPTS: "$own -Djdk.net.hosts.file=.mvn/hosts".toString()], 0, 1)
    // There is no such SOCKS proxy, so only a direct connection arrives.
    builds.expect('socks', [:], local + [MAVEN_OPTS: "$own -DsocksProxyHost=127.0.0.1 -DsocksProxyPort=1 -DsocksNonProxyHosts=".toString()], 1, 0)

    // The line that each refusal recommends.
    builds.expect('as advised', config("-Dnetnut.apiUrl=$url"), [NETNUT_API_URL: builds.recommended('files of Maven')], 1, 0)
    assert builds.problems().join('\n\n') == ''
} finally {
    builds.close()
    work.toFile().deleteDir()
}
return true
