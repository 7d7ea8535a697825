package io.github.netnutmaven.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileFaultTest {
  @Test
  void the_reason_has_no_path_unless_another_file_is_in_the_way() {
    assertThat(FileFault.reason(new AccessDeniedException("f", null, "odd")))
        .isEqualTo("permission denied");
    assertThat(FileFault.reason(new FileSystemException("f", null, "No space left on device")))
        .isEqualTo("No space left on device");
    assertThat(FileFault.reason(new NoSuchFileException("f"))).isEqualTo("it does not exist");
    assertThat(FileFault.reason(new FileAlreadyExistsException("f"))).isEqualTo("f is in the way");
    assertThat(FileFault.reason(new FileSystemException("f"))).isEqualTo("FileSystemException");
    assertThat(FileFault.reason(new IOException("Input/output error")))
        .isEqualTo("Input/output error");
    assertThat(FileFault.reason(new EOFException())).isEqualTo("EOFException");
  }
}
