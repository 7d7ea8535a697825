package io.github.netnutmaven.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.netnutmaven.auth.CustomersApi;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the API says in a body. Its description makes each field optional; a token or message of
 * another type counts as missing.
 *
 * @param success the value that says whether the call succeeded, or null
 * @param token the token, or null
 * @param message the API's message to the user, or null
 * @param names the names of all fields, in their order
 */
record ApiResponse(
    @Nullable JsonToken success,
    @Nullable String token,
    @Nullable String message,
    List<String> names) {
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
          ? ResponseException.transientFault(
              "the response broke off. Check the network and the proxy.")
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
    JsonToken success = null;
    String token = null;
    String message = null;
    var names = new ArrayList<String>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      names.add(name);
      var value = json.nextToken();
      if (name.equals(CustomersApi.SUCCESS)) {
        success = value;
      }
      if (name.equals(CustomersApi.TOKEN) && value == JsonToken.VALUE_STRING) {
        token = json.getText();
      } else if (name.equals(CustomersApi.MESSAGE) && value == JsonToken.VALUE_STRING) {
        message = json.getText();
      } else {
        json.skipChildren();
      }
    }
    if (json.nextToken() != null) {
      throw ResponseException.badBody("JSON with more text after its end");
    }
    return new ApiResponse(success, token, message, names);
  }

  /**
   * Whether a response with 200 means success: unless it says that it does not.
   *
   * @throws ResponseException when what it says is no boolean
   */
  boolean isSuccess() throws ResponseException {
    if (success != null && !success.isBoolean()) {
      throw ResponseException.badBody("a \"success\" that is neither true nor false");
    }
    return success != JsonToken.VALUE_FALSE;
  }

  /** Shows no text that the server chose. */
  @Override
  public String toString() {
    return "ApiResponse[success=" + success + "]";
  }
}
