package io.github.netnutmaven.leak;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of file something is, by how it begins and, for some archives, by its name. */
enum Format {
  /** Zip and all that is based on it: jar, war, ear. */
  ZIP,
  /** By its name one of these, but it begins otherwise. */
  BROKEN_ZIP,
  /** What runs by itself: it may have an archive behind the program. */
  PROGRAM,
  /** One compressed file. */
  GZIP,
  /** Files in a row. */
  TAR,
  /** Compressed in a way that Java cannot undo. */
  UNREADABLE,
  /** Anything else. */
  PLAIN;

  /** How much of the beginning is needed to tell. */
  static final int HEAD = 512;

  /** Scripts of Unix, programs of Windows, Linux and macOS, and modules of Java. */
  private static final Pattern PROGRAM_HEAD =
      Pattern.compile("#!|MZ|\u007fELF|[\u00ce\u00cf]\u00fa\u00ed\u00fe|JM\u0001");

  /** Those of bzip2, xz, 7z, Zstandard and rar. */
  private static final Pattern UNREADABLE_HEAD =
      Pattern.compile(
          "BZh[1-9]1AY|\u00fd7zXZ|7z\u00bc\u00af'\u001c|\\(\u00b5/\u00fd|Rar!\u001a\u0007");

  static Format of(byte[] head, String name) {
    var start = new String(head, StandardCharsets.ISO_8859_1);
    if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6")) {
      return ZIP;
    }
    if (start.startsWith("\u001f\u008b\b")) {
      return GZIP;
    }
    if (start.startsWith("ustar", 257)) {
      return TAR;
    }
    if (UNREADABLE_HEAD.matcher(start).lookingAt()) {
      return UNREADABLE;
    }
    if (start.isEmpty()) {
      return PLAIN;
    }
    var byName = byExtension(name.toLowerCase(Locale.ROOT));
    if (PROGRAM_HEAD.matcher(start).lookingAt()) {
      return byName == BROKEN_ZIP ? ZIP : PROGRAM;
    }
    return byName;
  }

  /** Files with no known beginning go by their name; scripts of Windows have none. */
  private static Format byExtension(String name) {
    return switch (name.substring(Math.max(0, name.lastIndexOf('.')))) {
      case ".jar",
          ".war",
          ".ear",
          ".zip",
          ".jmod",
          ".aar",
          ".rar",
          ".sar",
          ".par",
          ".hpi",
          ".jpi",
          ".nbm",
          ".kar" ->
          BROKEN_ZIP;
      case ".sh", ".run", ".bat", ".cmd", ".exe", ".bin" -> PROGRAM;
      default -> PLAIN;
    };
  }
}
