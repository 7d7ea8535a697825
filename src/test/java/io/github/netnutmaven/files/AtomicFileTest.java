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

  @TempDir Path folder;

  private Path temporary() {
    return folder.resolve("temporary");
  }

  private void write(AtomicFile.Step made, AtomicFile.Step intoPlace) throws IOException {
    AtomicFile.write(temporary(), CONTENT, new FileAttribute<?>[0], made, intoPlace);
  }

  @Test
  void is_empty_when_it_is_looked_at_and_whole_when_it_is_moved() throws IOException {
    var place = folder.resolve("place");
    write(() -> assertThat(temporary()).isEmptyFile(), () -> Files.move(temporary(), place));

    assertThat(place).hasBinaryContent(CONTENT);
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void gets_no_content_and_does_not_stay_if_it_is_not_as_it_should_be() {
    assertThatThrownBy(
            () ->
                write(
                    () -> {
                      throw new IOException("open to all");
                    },
                    () -> Files.move(temporary(), folder.resolve("place"))))
        .hasMessage("open to all");

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void does_not_stay_if_it_cannot_be_moved() {
    assertThatThrownBy(
            () -> write(() -> {}, () -> Files.move(temporary(), folder.resolve("a/place"))))
        .isInstanceOf(IOException.class);

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void leaves_what_another_has_made_under_its_name() throws IOException {
    Files.writeString(temporary(), "precious");

    assertThatThrownBy(() -> write(() -> {}, () -> {}))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(temporary()).content().isEqualTo("precious");
  }
}
