package io.github.netnutmaven.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the API says in a body. Its description makes each field optional; a field of another type
 * counts as missing.
 *
 * @param success whether the call succeeded, or null
 * @param token the token, or null
 * @param message the API's message to the user, or null
 */
record ApiResponse(@Nullable Boolean success, @Nullable String token, @Nullable String message) {
  /**
   * Reads a body.
   *
   * @param body the whole body
   * @param mayBeCutOff whether its end may be missing, because it ended where the connection did
   * @throws ResponseException when it is not exactly one JSON object in UTF-8, is nested too
   *     deeply, or has a key twice
   */
  static ApiResponse parse(byte[] body, boolean mayBeCutOff) throws ResponseException {
    var text = text(body);
    if (text.isBlank()) {
      throw ResponseException.badBody("an empty body");
    }
    if (text.stripLeading().startsWith("<")) {
      throw ResponseException.badBody("HTML, not JSON, as a proxy or a captive portal sends it");
    }
    // Nothing to close: it reads a text. Closed, it would not say where it stopped.
    var json = Json.parser(text);
    try {
      return object(json);
    } catch (JsonProcessingException e) {
      // Its message quotes the body, which may hold the token.
      if (!isAtEnd(json, text)) {
        throw ResponseException.badBody("a body that is not valid JSON");
      }
      throw mayBeCutOff
          ? ResponseException.passing("the response broke off. Check the network and the proxy.")
          : ResponseException.badBody("JSON without its end");
    } catch (IOException e) {
      throw ResponseException.badBody("a body that cannot be read");
    }
  }

  /** Whether the text is valid so far, but has no end. */
  private static boolean isAtEnd(JsonParser json, String text) {
    return !json.getParsingContext().inRoot()
        && json.currentLocation().getCharOffset() >= text.length();
  }

  private static String text(byte[] body) throws ResponseException {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      // Without its byte order mark.
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw ResponseException.badBody("a body that is not UTF-8");
    }
  }

  private static ApiResponse object(JsonParser json) throws IOException, ResponseException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw ResponseException.badBody("JSON that is not an object");
    }
    Boolean success = null;
    String token = null;
    String message = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = wellFormed(json.currentName());
      var value = json.nextToken();
      if (name.equals("success") && value.isBoolean()) {
        success = json.getBooleanValue();
      } else if (name.equals("token") && value == JsonToken.VALUE_STRING) {
        token = wellFormed(json.getText());
      } else if (name.equals("message") && value == JsonToken.VALUE_STRING) {
        message = wellFormed(json.getText());
      } else {
        skip(json);
      }
    }
    if (json.nextToken() != null) {
      throw ResponseException.badBody("JSON with more text after its end");
    }
    return new ApiResponse(success, token, message);
  }

  /** Skips a value, but rejects a string in it that UTF-8 cannot encode. */
  private static void skip(JsonParser json) throws IOException, ResponseException {
    int depth = 0;
    for (var at = json.currentToken(); ; at = json.nextToken()) {
      if (at.isStructStart()) {
        depth++;
      } else if (at.isStructEnd()) {
        depth--;
      } else if (at == JsonToken.FIELD_NAME || at == JsonToken.VALUE_STRING) {
        wellFormed(json.getText());
      }
      if (depth == 0) {
        return;
      }
    }
  }

  private static String wellFormed(String text) throws ResponseException {
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      if (Character.getType(text.codePointAt(at)) == Character.SURROGATE) {
        throw ResponseException.badBody("JSON with half a character in a string");
      }
    }
    return text;
  }

  /** Shows neither token nor message. */
  @Override
  public String toString() {
    return "ApiResponse[success=" + success + "]";
  }
}
