package io.github.netnutmaven.leak;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes what secrets are planted in. */
final class Planted {
  private Planted() {}

  /** A zip file with one entry. */
  static byte[] zip(String entry, byte[] content) {
    return zip(new String[] {entry}, content);
  }

  /** A zip file with several entries of the same content. */
  static byte[] zip(String[] entries, byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Compressed. */
  static byte[] gzip(byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A tar archive with one file. */
  static byte[] tar(String name, byte[] content) {
    var tar = new byte[512 + (content.length + 511) / 512 * 512 + 1024];
    put(tar, 0, name);
    put(tar, 124, String.format("%011o", content.length));
    tar[156] = '0';
    put(tar, 257, "ustar");
    System.arraycopy(content, 0, tar, 512, content.length);
    return tar;
  }

  /** The bytes of a text. */
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void put(byte[] tar, int at, String text) {
    var bytes = bytes(text);
    System.arraycopy(bytes, 0, tar, at, bytes.length);
  }
}
