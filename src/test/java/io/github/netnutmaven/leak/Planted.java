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
  static TextSearch searchFor(String... secrets) {
    return new TextSearch(
        new MultiPatternMatcher(
            Stream.of(secrets).map(value -> new Secret("the secret", value)).toList()));
  }

  /** What a search finds in a content. */
  static String found(TextSearch search, byte[] content) {
    var found = new Matches();
    try {
      search.search(new ByteArrayInputStream(content), found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.toString();
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
    return compressed(content, GZIPOutputStream::new);
  }

  static byte[] zlib(byte[] content) {
    return compressed(content, DeflaterOutputStream::new);
  }

  private static byte[] compressed(byte[] content, Compressor compressor) {
    var bytes = new ByteArrayOutputStream();
    try (var compressed = compressor.open(bytes)) {
      compressed.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private interface Compressor {
    OutputStream open(OutputStream target) throws IOException;
  }

  /** A tar archive with one file. */
  static byte[] tar(String name, byte[] content) {
    var tar = new byte[512 + (content.length + 511) / 512 * 512 + 1024];
    put(tar, 0, name);
    put(tar, 124, String.format("%011o", content.length));
    put(tar, 257, "ustar");
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
  private static void put(byte[] header, int offset, String text) {
    var bytes = bytes(text);
    System.arraycopy(bytes, 0, header, offset, bytes.length);
  }
}
