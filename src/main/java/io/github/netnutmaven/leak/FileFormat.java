package io.github.netnutmaven.leak;

/** What kind of file something is, by its first bytes and, for some archives, by its name. */
enum FileFormat {
  /** Zip and everything based on it: jar, war, ear. */
  ZIP,
  /** Named like one of these, but with other first bytes. */
  BROKEN_ZIP,
  /** One compressed file and nothing else, as git stores an object. */
  ZLIB,
  /** A program or script, which may have an archive appended to it. */
  PROGRAM,
  /** One compressed file. */
  GZIP,
  /** Uncompressed files one after another. */
  TAR,
  /** A format that Java cannot read. */
  UNREADABLE,
  /** Anything else. */
  PLAIN;

  /** How many of the first bytes are needed. */
  static final int HEAD = 512;

  private static final String[] ZIP_HEADS = {"PK\3\4", "PK\5\6"};
  private static final String[] GZIP_HEADS = {"\u001f\u008b\b"};
  private static final String[] ZLIB_HEADS = {"x\1", "x^", "x\u009c", "x\u00da"};
  private static final String[] TAR_HEADS = {"ustar"};
  private static final int TAR_HEAD_OFFSET = 257;

  /** Scripts of Unix, programs of Windows, Linux and macOS, and modules of Java. */
  private static final String[] PROGRAM_HEADS = {
    "#!", "MZ", "\u007fELF", "\u00ce\u00fa\u00ed\u00fe", "\u00cf\u00fa\u00ed\u00fe", "JM\1"
  };

  /**
   * Bzip2, xz, lzma, lz4, {@code compress}, 7z, Zstandard, rar, {@code deb}, {@code rpm}, {@code
   * snappy}, PDF, git's packs, an image of {@code jlink} in either byte order; ? is any byte.
   */
  private static final String[] UNREADABLE_HEADS = {
    "BZh?1AY",
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

  private static final String[] ZIP_EXTENSIONS = {
    ".jar", ".war", ".ear", ".zip", ".jmod", ".aar", ".rar", ".sar", ".par", ".hpi", ".jpi", ".nbm",
    ".kar"
  };

  /** Scripts of Windows have no typical first bytes. */
  private static final String[] PROGRAM_EXTENSIONS = {
    ".sh", ".run", ".bat", ".cmd", ".exe", ".bin"
  };

  /**
   * The format of a file or entry.
   *
   * @param bytes its first {@value #HEAD} bytes or all, and anything after them
   * @param length how many bytes of the array belong to it
   */
  static FileFormat of(byte[] bytes, int length, String name) {
    if (length == 0) {
      return PLAIN;
    }
    if (hasHead(bytes, length, 0, ZIP_HEADS)) {
      return ZIP;
    }
    if (hasHead(bytes, length, 0, GZIP_HEADS)) {
      return GZIP;
    }
    if (hasHead(bytes, length, 0, ZLIB_HEADS)) {
      return ZLIB;
    }
    if (hasHead(bytes, length, TAR_HEAD_OFFSET, TAR_HEADS)) {
      return TAR;
    }
    if (hasHead(bytes, length, 0, UNREADABLE_HEADS)) {
      return UNREADABLE;
    }
    if (hasHead(bytes, length, 0, PROGRAM_HEADS) || hasExtension(name, PROGRAM_EXTENSIONS)) {
      return PROGRAM;
    }
    return hasExtension(name, ZIP_EXTENSIONS) ? BROKEN_ZIP : PLAIN;
  }

  /** Whether its bytes are those of its contents only after they are unpacked. */
  boolean isCompressed() {
    return this == ZIP || this == GZIP || this == UNREADABLE;
  }

  private static boolean hasHead(byte[] bytes, int length, int offset, String[] heads) {
    for (var head : heads) {
      int i = 0;
      while (i < head.length()
          && offset + i < length
          && (head.charAt(i) == '?' || head.charAt(i) == (bytes[offset + i] & 0xff))) {
        i++;
      }
      if (i == head.length()) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasExtension(String name, String[] extensions) {
    int dot = name.lastIndexOf('.');
    for (var extension : extensions) {
      if (name.length() - dot == extension.length()
          && name.regionMatches(true, dot, extension, 0, extension.length())) {
        return true;
      }
    }
    return false;
  }
}
