// Each test says in one sentence what is missing, and what to do.
def tests = []
basedir.eachFileRecurse { if (it.path =~ 'src.test.java.*IT\\.java$') tests << it }
assert tests.size() >= 8
tests.each { test ->
    def module = new File(test.path.replaceFirst('/src/test/java/.*', ''))
    def name = test.path.replaceFirst('.*/src/test/java/', '').replace('/', '.') - '.java'
    def report = new File(module, "target/failsafe-reports/${name}.txt")
    assert report.text.contains(': run netnut:login first, or set it in your IDE.'): report
}
return true
