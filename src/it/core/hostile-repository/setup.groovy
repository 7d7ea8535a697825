// A repository that git did not make: its configuration names a program of the project, once in .git and once in a bare one.
def program = new File(basedir, 'program')
program.text = "#!/bin/sh\ntouch '$basedir/ran'\n"
program.executable = true
['.git': false, 'bare': true].each { name, bare ->
    def repository = new File(basedir, name)
    ['objects', 'refs'].each { new File(repository, it).mkdirs() }
    new File(repository, 'HEAD').text = 'ref: refs/heads/main\n'
    new File(repository, 'config').text = "[core]\n\trepositoryformatversion = 0\n\tbare = $bare\n\tfsmonitor = ${program.path}\n"
}
return true
