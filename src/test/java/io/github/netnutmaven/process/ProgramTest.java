package io.github.netnutmaven.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs are real processes: small scripts of sh. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ProgramTest {
  private static final Path HERE = Path.of("").toAbsolutePath();

  @TempDir private Path directory;

  private Path script(Path file, String body) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String output(String path, String... words) throws Exception {
    try (var program = Program.start(List.of(words), path, directory, builder -> {})) {
      return Programs.output(program.process());
    }
  }

  private void assertFails(String path, String program, String why) {
    assertThatThrownBy(() -> output(path, program, "fake"))
        .isInstanceOf(ProgramFault.class)
        .hasNoCause()
        .hasMessageContaining(why)
        .hasMessageNotContainingAny("fake", "tool");
  }

  @Test
  void an_absolute_path_is_run_with_its_arguments_in_the_directory() throws Exception {
    var tool = script(directory.resolve("bin/tool"), "pwd; printf '[%s]' \"$@\"");

    assertThat(output(null, tool.toString(), "a b", "", "*"))
        .isEqualTo(directory.toRealPath() + "\n[a b][][*]");
  }

  @Test
  void a_name_is_found_in_the_first_absolute_directory_of_path_that_has_it() throws Exception {
    script(directory.resolve("one/tool"), "echo one");
    script(directory.resolve("two/tool"), "echo two");
    Files.createDirectories(directory.resolve("three/tool"));
    Files.createDirectories(directory.resolve("four"));
    Files.writeString(directory.resolve("four/tool"), "not executable");
    var path = Stream.of("three", "four", "none", "two", "one").map(directory::resolve).toList();

    assertThat(output(String.join(":", path.stream().map(Path::toString).toList()), "tool"))
        .isEqualTo("two\n");
  }

  @Test
  void empty_and_relative_entries_of_path_are_skipped() throws Exception {
    script(directory.resolve("tool"), "echo project");
    var relative = HERE.relativize(directory.toAbsolutePath());
    assertThat(relative.resolve("tool")).isExecutable();

    for (var path : List.of("", ":", ".", ":" + relative + ":.", relative.toString())) {
      assertFails(path, "tool", "no such program in the absolute directories of PATH");
    }
    assertFails(null, "tool", "no such program");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tools/tool", "./tool", "../tool", "bin/../tool"})
  void a_relative_path_is_refused(String program) throws Exception {
    script(directory.resolve(program).normalize(), "echo project");

    assertFails(
        directory.toString(), program, "write an absolute path, or a name that is found on PATH");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "/", "/no/such/tool", "a\0b"})
  void what_is_no_program_is_not_started(String program) {
    assertFails(directory + ":/bin", program, "no such program");
  }

  @Test
  void a_file_that_the_system_cannot_start_is_an_error() throws Exception {
    var tool = script(directory.resolve("tool"), "");
    Files.writeString(tool, "#!/no/such/interpreter\n");

    assertFails(null, tool.toString(), "the system cannot start it");
  }

  @Test
  void a_program_and_its_children_end_when_it_is_closed() throws Exception {
    Process process;
    ProcessHandle child;
    try (var program =
        Program.start(
            List.of("/bin/sh", "-c", "sleep 600 & echo $!; wait"), null, directory, b -> {})) {
      process = program.process();
      child = ProcessHandle.of(Long.parseLong(process.inputReader().readLine())).orElseThrow();
    }

    process.onExit().get(60, TimeUnit.SECONDS);
    child.onExit().get(60, TimeUnit.SECONDS);
  }

  @Test
  void a_program_and_its_children_end_with_the_jvm_at_sigterm() throws Exception {
    var command =
        Programs.java(
            List.of(),
            StartingProcess.class,
            "sh",
            "-c",
            "trap '' TERM; sleep 600 & echo $!; echo $$; wait");
    var jvm = new ProcessBuilder(command).start();
    var pids = jvm.inputReader();
    var child = ProcessHandle.of(Long.parseLong(pids.readLine())).orElseThrow();
    var program = ProcessHandle.of(Long.parseLong(pids.readLine())).orElseThrow();

    jvm.destroy();

    assertThat(jvm.waitFor()).isEqualTo(128 + 15);
    program.onExit().get(60, TimeUnit.SECONDS);
    child.onExit().get(60, TimeUnit.SECONDS);
  }
}
