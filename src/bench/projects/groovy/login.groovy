// Logs in with the account of the settings, checks the token, and leaves it in a property.
import groovy.json.JsonOutput
import groovy.json.JsonSlurper

def url = session.userProperties['netnut.apiUrl']
def server = session.settings.getServer('netnut')

def login = new URL("$url/auth/login").openConnection()
login.doOutput = true
login.setRequestProperty('Content-Type', 'application/json')
login.outputStream << JsonOutput.toJson([email: server.username, password: server.password])
def token = new JsonSlurper().parse(login.inputStream).token

def check = new URL("$url/auth/authenticated").openConnection()
check.setRequestProperty('Authorization', token)
if (!new JsonSlurper().parse(check.inputStream).success) {
    throw new IllegalStateException('The token is not accepted')
}
project.properties['netnut.token'] = token
