import groovy.xml.XmlUtil
import io.github.netnutmaven.testkit.RecordingApi

def hard = 'fake "q" \\ \'s\' <&>$ pa{ss}word ${x} ümläut e\u0301 \u2028 \u05e9 \ud83d\udd11 ' + 'x' * 1000
def api = new RecordingApi('me@example.com', hard)
context.put('api', api)
context.put('hard', hard)
new File(basedir, 'test.properties').text = "netnut.apiUrl=${api.url()}\n"
// An XML reader keeps text as it is, and Maven replaces only a ${…} that it knows, which this is not.
def settings = new File(basedir, 'accounts.xml')
settings.setText(settings.getText('UTF-8').replace('@password@', XmlUtil.escapeXml(hard)), 'UTF-8')
return true
