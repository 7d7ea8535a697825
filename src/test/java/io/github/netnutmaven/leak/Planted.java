package io.github.netnutmaven.leak;

import io.github.netnutmaven.secret.MultiPatternMatcher;
import io.github.netnutmaven.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes content with a planted secret, and searches it. */
final class Planted {
  static final String TOKEN = "fake-token-for-tests";

  /** A text with the token. */
  static final byte[] LEAK =
      bytes("nothing here\n".repeat(50) + "token=" + TOKEN + "\n".repeat(50));

  private Planted() {}

  /** A search for secrets that are all called {@code the secret}. */
  static SearchedStream searchFor(String... secrets) {
    return new SearchedStream(
        new MultiPatternMatcher(
            Stream.of(secrets).map(value -> new Secret("the secret", value)).toList()));
  }

  /** What a search finds in a content. */
  static String found(SearchedStream search, byte[] content) {
    search.open(new ByteArrayInputStream(content));
    try {
      search.drain();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return search.finish().toString();
  }

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

  static byte[] gzip(byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] zlib(byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream zlib = new DeflaterOutputStream(bytes)) {
      zlib.write(content);
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
    put(tar, 257, "ustar\00000");
    // Other programs compare the sum of the header, in which the sum counts as blanks.
    put(tar, 148, " ".repeat(8));
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += tar[i] & 0xff;
    }
    put(tar, 148, String.format("%06o\0", sum));
    System.arraycopy(content, 0, tar, 512, content.length);
    return tar;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** One content after another. */
  static byte[] joined(byte[]... contents) {
    var all = new ByteArrayOutputStream();
    for (var content : contents) {
      all.writeBytes(content);
    }
    return all.toByteArray();
  }

  /** Writes a text into a header. */
  static void put(byte[] header, int offset, String text) {
    var bytes = bytes(text);
    System.arraycopy(bytes, 0, header, offset, bytes.length);
  }
}
