package io.github.netnutmaven.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON strictly, and writes an object of texts. Nothing stays behind in a thread. */
public final class Json {
  private Json() {}

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        // The API's own responses have one level.
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
        .build();
  }

  /** Refuses a key that comes twice, and anything nested deeper than 64 levels. */
  static JsonParser parser(String text) {
    try {
      return factory().createParser(text);
    } catch (IOException e) {
      // A text throws none until it is read.
      throw new UncheckedIOException(e);
    }
  }

  /** An object with two texts. */
  static String object(String name, String value, String secondName, String secondValue) {
    var texts = new LinkedHashMap<String, @Nullable String>();
    texts.put(name, value);
    texts.put(secondName, secondValue);
    return object(texts);
  }

  /** An object with these texts, in their order; a missing one is null there, too. */
  public static String object(Map<String, @Nullable String> texts) {
    var text = new StringWriter();
    try (var json = factory().createGenerator(text)) {
      json.writeStartObject();
      for (var each : texts.entrySet()) {
        json.writeStringField(each.getKey(), each.getValue());
      }
      json.writeEndObject();
    } catch (IOException e) {
      // A StringWriter throws none.
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
