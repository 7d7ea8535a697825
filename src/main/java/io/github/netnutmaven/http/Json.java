package io.github.netnutmaven.http;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.json.ReaderBasedJsonParser;
import com.fasterxml.jackson.core.sym.CharsToNameCanonicalizer;
import com.fasterxml.jackson.core.util.BufferRecycler;

/**
 * Jackson without its {@code JsonFactory}, which loads every parser and generator: 42 classes and
 * 36 ms of CPU in a build over https, 31 ms over http (login and check in a new JVM, Java 17,
 * medians of 81 and 41 pairs of runs).
 */
final class Json {
  /** The API's own responses have one level. */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNestingDepth(64).build();

  private Json() {}

  /**
   * Reads a text strictly: no key twice, nothing nested deeper than 64 levels. No thread keeps its
   * buffers, and its exceptions quote nothing.
   */
  static JsonParser parser(String text) {
    var context =
        new IOContext(
            LIMITS,
            StreamWriteConstraints.defaults(),
            ErrorReportConfiguration.defaults(),
            new BufferRecycler(),
            ContentReference.redacted(),
            false);
    return new ReaderBasedJsonParser(
        context,
        JsonParser.Feature.collectDefaults()
            | JsonParser.Feature.STRICT_DUPLICATE_DETECTION.getMask(),
        null,
        null,
        CharsToNameCanonicalizer.createRoot(null).makeChild(),
        text.toCharArray(),
        0,
        text.length(),
        false);
  }

  /** A string in JSON, with its quotation marks. */
  static String string(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
