package io.github.netnutmaven.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  private static final byte[] CONTENT = {1, 2, 3};

  @TempDir Path directory;

  private Path temporary() {
    return directory.resolve("temporary");
  }

  private void write(AtomicFile.Step check, AtomicFile.Step move) throws IOException {
    AtomicFile.write(temporary(), CONTENT, new FileAttribute<?>[0], check, move);
  }

  @Test
  void a_file_is_empty_when_it_is_checked_and_complete_when_it_is_moved() throws IOException {
    var destination = directory.resolve("destination");
    write(() -> assertThat(temporary()).isEmptyFile(), () -> Files.move(temporary(), destination));

    assertThat(destination).hasBinaryContent(CONTENT);
    assertThat(directory.toFile().list()).hasSize(1);
  }

  @Test
  void a_file_that_fails_the_check_gets_no_content_and_is_removed() {
    assertThatThrownBy(
            () ->
                write(
                    () -> {
                      throw new IOException("open to all");
                    },
                    () -> Files.move(temporary(), directory.resolve("destination"))))
        .hasMessage("open to all");

    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void a_file_that_cannot_be_moved_is_removed() {
    assertThatThrownBy(
            () ->
                write(() -> {}, () -> Files.move(temporary(), directory.resolve("a/destination"))))
        .isInstanceOf(IOException.class);

    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void an_existing_temporary_file_is_an_error_and_stays() throws IOException {
    Files.writeString(temporary(), "precious");

    assertThatThrownBy(() -> write(() -> {}, () -> {}))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(temporary()).content().isEqualTo("precious");
  }
}
