package io.github.netnutmaven.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the API said in a body: each field is optional in its description, so each may be missing.
 *
 * @param success the word that decides, if it is there and a boolean
 * @param token the token, if it is there and a string
 * @param message what the API says for people, if it is there and a string
 */
record ApiResponse(Optional<Boolean> success, Optional<String> token, Optional<String> message) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * Reads a body.
   *
   * @param body the whole body
   * @throws BadBodyException when it is not exactly one JSON object in UTF-8, or is nested too
   *     deeply, or has a key twice
   */
  static ApiResponse parse(byte[] body) throws BadBodyException {
    var text = text(body);
    if (text.isBlank()) {
      throw new BadBodyException("an empty body, and so no token");
    }
    if (text.stripLeading().startsWith("<")) {
      throw new BadBodyException("HTML, not JSON, as a proxy or a captive portal sends it");
    }
    try (var json = Json.parser(text)) {
      try {
        return object(json);
      } catch (JsonProcessingException e) {
        // Its message quotes the body, which may hold the token.
        throw isAtEnd(json, text)
            ? new BadBodyException("JSON without its end", true)
            : new BadBodyException("a body that is not valid JSON");
      }
    } catch (IOException e) {
      throw new BadBodyException("a body that cannot be read");
    }
  }

  /** Whether all of the text was read and more was due: it is good as far as it goes. */
  private static boolean isAtEnd(JsonParser json, String text) {
    return !json.getParsingContext().inRoot()
        && json.currentLocation().getCharOffset() >= text.length();
  }

  private static String text(byte[] body) throws BadBodyException {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new BadBodyException("a body that is not UTF-8");
    }
  }

  private static ApiResponse object(JsonParser json) throws IOException, BadBodyException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new BadBodyException("JSON that is no object");
    }
    var success = Optional.<Boolean>empty();
    var token = Optional.<String>empty();
    var message = Optional.<String>empty();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = wellFormed(json.currentName());
      var value = json.nextToken();
      if (name.equals("success") && value.isBoolean()) {
        success = Optional.of(json.getBooleanValue());
      } else if (name.equals("token") && value == JsonToken.VALUE_STRING) {
        token = Optional.of(wellFormed(json.getText()));
      } else if (name.equals("message") && value == JsonToken.VALUE_STRING) {
        message = Optional.of(wellFormed(json.getText()));
      } else {
        skip(json);
      }
    }
    if (json.nextToken() != null) {
      throw new BadBodyException("JSON with more after its end");
    }
    return new ApiResponse(success, token, message);
  }

  /** Passes over a value, but not over a string in it that no UTF-8 could hold. */
  private static void skip(JsonParser json) throws IOException, BadBodyException {
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

  private static String wellFormed(String text) throws BadBodyException {
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      if (Character.getType(text.codePointAt(at)) == Character.SURROGATE) {
        throw new BadBodyException("JSON with half a character in a string");
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
