import io.github.netnutmaven.testkit.RecordingApi

context.put('api', RecordingApi.of(basedir))
// A file of the job with lines of earlier steps, readable by others.
def job = new File(basedir, 'target/job.env')
job.parentFile.mkdirs()
job.text = "A=1\nNETNUT_TOKEN=fake-of-yesterday\nB=2\n"
java.nio.file.Files.setPosixFilePermissions(job.toPath(), java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"))
return true
