import io.github.netnutmaven.sandbox.Sandbox
import java.time.Clock
import java.time.Duration

// The service of an account, which responds to the same calls.
def responses = new File(basedir, 'src/test/netnut').toPath()
def service = Sandbox.start(0, Duration.ofHours(24), Clock.systemUTC(), { println it }, { [responses] })
context.put('service', service)
new File(basedir, 'test.properties').text = "netnut.apiUrl=${service.url()}\n"
return true
