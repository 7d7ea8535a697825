package io.github.netnutmaven.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What went wrong with a file, as a message says it after having named the file. */
public final class FileFault {
  private FileFault() {}

  /** The reason alone: an exception's own message may begin with the path again. */
  public static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (e instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + " is in the way";
    }
    var reason = e instanceof FileSystemException fault ? fault.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
