package io.github.netnutmaven.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes one JSON object, strictly. Nothing stays behind in a thread. */
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

  /**
   * The fields of an object, in their order: a text, a boolean, a number as a {@code Double}, or
   * null for anything else.
   *
   * @throws EOFException if the text is right so far, but has no end
   * @throws IOException if it is not exactly one JSON object, has a key twice, or is nested deeper
   *     than 64 levels; the message may quote the text
   */
  static Map<String, @Nullable Object> read(String text) throws IOException {
    // Nothing to close: it reads a text. Closed, it would not say where it stopped.
    var json = factory().createParser(text);
    try {
      return object(json);
    } catch (StreamReadException e) {
      boolean isAtEnd = json.currentLocation().getCharOffset() >= text.length();
      throw isAtEnd && !json.getParsingContext().inRoot() ? new EOFException() : e;
    }
  }

  private static Map<String, @Nullable Object> object(JsonParser json) throws IOException {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("Not an object");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      fields.put(name, value(json, json.nextToken()));
      json.skipChildren();
    }
    if (json.nextToken() != null) {
      throw new IOException("More after the object");
    }
    return fields;
  }

  private static @Nullable Object value(JsonParser json, JsonToken token) throws IOException {
    if (token.isBoolean()) {
      return json.getBooleanValue();
    }
    if (token.isNumeric()) {
      return json.getDoubleValue();
    }
    return token == JsonToken.VALUE_STRING ? json.getText() : null;
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
