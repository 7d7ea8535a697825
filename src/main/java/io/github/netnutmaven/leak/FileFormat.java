package io.github.netnutmaven.leak;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What kind of file something is, by its first bytes and, for some, by its name. */
enum FileFormat {
  /** Zip and everything based on it: jar, war, ear. A program may come before the archive. */
  ZIP,
  /** A program, which may have a zip archive after it. */
  PROGRAM,
  /** One compressed file. */
  GZIP,
  /** Uncompressed files one after another. */
  TAR,
  /** One compressed file without a header. */
  GIT_OBJECT,
  /** A format that Java cannot read. */
  UNREADABLE,
  /** Anything else. */
  PLAIN;

  private static final String TAR_HEAD = "ustar";
  private static final int TAR_OFFSET = 257;

  /** How many of the first bytes are needed. */
  static final int HEAD = TAR_OFFSET + TAR_HEAD.length();

  /** Scripts of Unix, programs of Windows, Linux and macOS. */
  private static final String[] PROGRAM_HEADS = {
    "#!", "MZ", "\u007fELF", "\u00ce\u00fa\u00ed\u00fe", "\u00cf\u00fa\u00ed\u00fe"
  };

  /**
   * Bzip2, xz, lzma, lz4, {@code compress}, 7z, Zstandard, rar, {@code deb}, {@code rpm}, {@code
   * snappy}, PDF, git's packs, an image of {@code jlink} in either byte order.
   */
  private static final String[] UNREADABLE_HEADS = {
    "BZh",
    "\u00fd7zXZ",
    "]\0\0",
    "\4\"M\u0018",
    "\u001f\u009d",
    "7z\u00bc\u00af'\u001c",
    "(\u00b5/\u00fd",
    "Rar!\u001a\7",
    "!<arch>\n",
    "\u00ed\u00ab\u00ee\u00db",
    "\u00ff\6\0\0sNaPpY",
    "%PDF-",
    "PACK\0\0\0",
    "\u00da\u00da\u00fe\u00ca",
    "\u00ca\u00fe\u00da\u00da"
  };

  /**
   * The format of a file or entry.
   *
   * @param bytes its first {@link #HEAD} bytes or all
   * @param length how many bytes that is
   */
  static FileFormat of(byte[] bytes, int length, String name) {
    var head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    // What has no entry is no damaged archive.
    if (head.isEmpty() || head.startsWith("PK\5\6")) {
      return PLAIN;
    }
    if (head.startsWith("PK\3\4")) {
      return ZIP;
    }
    if (head.startsWith("\u001f\u008b\b")) {
      return GZIP;
    }
    if (head.startsWith(TAR_HEAD, TAR_OFFSET)) {
      return TAR;
    }
    if (startsWith(head, UNREADABLE_HEADS)) {
      return UNREADABLE;
    }
    if (head.startsWith("x") && name.contains(".git/objects/")) {
      return GIT_OBJECT;
    }
    var extension = name.substring(name.lastIndexOf('.') + 1);
    return switch (extension.toLowerCase(Locale.ROOT)) {
      case "jar",
          "war",
          "ear",
          "zip",
          "jmod",
          "aar",
          "rar",
          "sar",
          "par",
          "hpi",
          "jpi",
          "nbm",
          "kar" ->
          ZIP;
      case "sh", "run", "bat", "cmd", "exe", "bin" -> PROGRAM;
      default -> startsWith(head, PROGRAM_HEADS) ? PROGRAM : PLAIN;
    };
  }

  private static boolean startsWith(String head, String[] heads) {
    for (var each : heads) {
      if (head.startsWith(each)) {
        return true;
      }
    }
    return false;
  }
}
