import io.github.netnutmaven.testkit.RecordingApi

context.put('api', new RecordingApi('me@example.com', 'fake-Pa55word-for-tests'))
// A mvn for the check to run the recipes with: the Maven under test, and the settings and repository of these tests.
def target = basedir.parentFile.parentFile.parentFile.parentFile
def settings = new File(basedir, 'settings.xml')
settings.text = new File(target, 'it-projects/settings.xml').text
    .replace('@localRepositoryUrl@', new File(System.getProperty('maven.repo.local', "${System.getProperty('user.home')}/.m2/repository")).toURI().toString())
def maven = new File(target, "maven/apache-maven-${basedir.parentFile.parentFile.name}/bin/mvn")
def mvn = new File(basedir, 'bin/mvn')
mvn.parentFile.mkdirs()
mvn.text = """#!/bin/sh
exec '$maven' -ntp -s '$settings' '-Dmaven.repo.local=$localRepositoryPath' "\$@"
"""
mvn.setExecutable(true)
return true
