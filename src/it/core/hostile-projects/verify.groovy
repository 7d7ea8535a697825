import groovy.xml.XmlSlurper
import io.github.netnutmaven.testkit.HostileBuilds
import io.github.netnutmaven.testkit.MavenUnderTest
import java.nio.file.Files

def maven = new MavenUnderTest(basedir, localRepositoryPath)
def plugin = new XmlSlurper().parse(new File(basedir, 'pom.xml')).build.plugins.plugin.version.text()
// Outside the checkout of this project, which would count as that of the hostile project.
def work = Files.createTempDirectory('hostile-projects')
def builds = new HostileBuilds(maven, work, plugin)
def url = builds.url()
def is4 = maven.version().startsWith('4')
def config = { String text -> ['.mvn/maven.config': text + '\n'] }
try {
    // The user who runs the build may set the host: this shows that the other checks can fail.
    builds.expectSent('named in the environment', [:], [NETNUT_API_URL: url])

    // The files in .mvn, in every spelling. If Maven does not accept it as an option, it need not be refused.
    [
        'plain': "-Dnetnut.apiUrl=$url",
        'quote at the end': "-Dnetnut.apiUrl=$url'",
        'quoted': "\"-Dnetnut.apiUrl=$url\"",
        'blank before the equals sign': "-Dnetnut.apiUrl =$url",
        'control character before the equals sign': "-Dnetnut.apiUrl\u0001=$url",
        'long option': "--define\nnetnut.apiUrl=$url",
        'long option on one line': "--define=netnut.apiUrl=$url",
        'option and value on two lines': "-D\nnetnut.apiUrl=$url",
        'option, name and value on three lines': "-D\nnetnut.apiUrl\n=$url",
        'host that is not ASCII': "-Dnetnut.apiUrl=${url.replace('collector', 'cöllector')}",
        'an environment variable': "-Denv.NETNUT_API_URL=$url",
        'both': "-Dnetnut.apiUrl=$url\n-Denv.NETNUT_API_URL=$url",
    ].each { name, text -> builds.expectNothingSent(name, config(text.toString()), name in ['plain', 'both'] + (is4 ? [] : ['long option'])) }

    // Files that only Maven 4 reads.
    (is4 ? ['user', 'system'] : []).each { kind ->
        [
            'address': "netnut.apiUrl=$url",
            'environment': "env.NETNUT_API_URL=$url\nnetnut.apiUrl=$url",
            'override': "maven.override.netnut.apiUrl=$url\nmaven.override.env.NETNUT_API_URL=$url",
            'escaped': "netnut.\\u0061piUrl=$url",
        ].each { name, text -> builds.expectNothingSent("$kind properties, $name", [(".mvn/maven-${kind}.properties".toString()): text.toString()], kind == 'user' && name != 'override') }
    }
    if (is4) {
        builds.expectNothingSent('settings of the project', ['.mvn/settings.xml': builds.settings()], false)
        builds.expectNothingSent('user settings by a property', ['.mvn/maven-user.properties': 'maven.user.settings=.mvn/s.xml\nmaven.settings=.mvn/s.xml\n', '.mvn/s.xml': builds.settings()], false)
    }

    // The POM, by properties of both names and by the configuration.
    builds.expectNothingSent('properties', ['pom.xml': builds.pom("<properties><netnut.apiUrl>$url</netnut.apiUrl><env.NETNUT_API_URL>$url</env.NETNUT_API_URL></properties>")], true)
    builds.expectNothingSent('configuration', ['pom.xml': builds.pom('').replace('<configuration>', "<configuration><apiUrl>$url</apiUrl>")], true)

    // Settings in the project with values from the environment: the account is used, the address is not trusted.
    builds.expectNothingSent('user settings', config('-s\n.mvn/s.xml') + ['.mvn/s.xml': builds.settings()], true)
    builds.expectNothingSent('global settings', config('-gs\n.mvn/s.xml') + ['.mvn/s.xml': builds.settings()], true)
    builds.expectNothingSent('settings above the module', ['module/.mvn/maven.config': '-s\n../s.xml\n', 'module/pom.xml': builds.pom(''), '.git': 'gitdir: elsewhere', 's.xml': builds.settings()], true)
    def outside = work.resolve('outside')
    Files.createDirectories(outside)
    Files.writeString(outside.resolve('s.xml'), builds.settings())
    builds.expectNothingSent('settings by a link out', config('-s\n.mvn/s.xml') + ['.mvn/s.xml': "-> ${outside.resolve('s.xml')}".toString()], true)
    builds.expectNothingSent('settings by a link in', config('-s\n../link.xml') + ['.mvn/s.xml': builds.settings(), '../link.xml': "-> ${work}/settings by a link in/.mvn/s.xml".toString()], true)

    // Settings of the user, with an address from a property that the project sets.
    Files.writeString(outside.resolve('filled.xml'), builds.settings().replace("<apiUrl>$url<", '<apiUrl>${env.GATEWAY}/v1<'))
    builds.expectNothingSent('settings filled in', config("-s\n${outside.resolve('filled.xml')}\n-Denv.GATEWAY=${url - '/v1'}"), true)

    // A password command: a project may not choose it, neither by its settings nor by what Maven fills in.
    def ran = work.resolve('ran')
    // Without a blank: Maven before 3.9 divides options there.
    def command = work.resolve('print-password')
    Files.writeString(command, "#!/bin/sh\ntouch '$ran'\necho fake-password\n")
    command.toFile().setExecutable(true)
    def withCommand = { String text -> builds.settings().replace('<password>${env.NETNUT_PASSWORD}</password>', '').replace('<apiUrl>', "<passwordCommand>$text</passwordCommand><apiUrl>") }
    Files.writeString(outside.resolve('command-filled.xml'), withCommand('${env.GET}'))
    builds.expectNothingSent('command of the project', config('-s\n.mvn/s.xml') + ['.mvn/s.xml': withCommand(command.toString())], false)
    builds.expectNothingSent('command filled in', config("-s\n${outside.resolve('command-filled.xml')}\n-Denv.GET=$command"), false)
    ['command of the project', 'command filled in'].each { assert Files.readString(work.resolve("${it}.log")).contains('a project may have written it, so it was not run') }
    assert !Files.exists(ran)
    Files.writeString(outside.resolve('command.xml'), withCommand(command.toString()))
    builds.expectSent('command outside', config("-s\n${outside.resolve('command.xml')}"), [:])
    assert Files.exists(ran)

    // Settings outside the project are trusted, and so is the line that each refusal recommends.
    builds.expectSent('settings outside', config("-s\n${outside.resolve('s.xml')}"), [:])
    builds.expectSent('as advised', config("-Dnetnut.apiUrl=$url"), [NETNUT_API_URL: builds.recommended('plain')])
    assert builds.problems().join('\n\n') == ''
} finally {
    builds.close()
    work.toFile().deleteDir()
}
return true
