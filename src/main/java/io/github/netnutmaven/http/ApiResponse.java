package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.CustomersApi;
import io.github.netnutmaven.secret.SafeText;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.jspecify.annotations.Nullable;

/** A response as it came, with its body read to its end or to the limit. */
final class ApiResponse {
  /** The largest body that is read, in bytes; the API's own have a few hundred. */
  static final int MAX_BODY = 64 * 1024;

  private final ClassicHttpResponse head;
  private final byte[] body;
  private @Nullable Map<String, @Nullable Object> fields;

  private ApiResponse(ClassicHttpResponse head, byte[] body) {
    this.head = head;
    this.body = body;
  }

  /** Reads a response, and at most one byte more of its body than {@link #MAX_BODY}. */
  static ApiResponse read(ClassicHttpResponse response) throws IOException {
    var entity = response.getEntity();
    try {
      return new ApiResponse(
          response, entity == null ? new byte[0] : entity.getContent().readNBytes(MAX_BODY + 1));
    } catch (MessageConstraintException e) {
      // The head was in order: this is a fault in the body, like a chunk with an invalid size.
      throw new MalformedChunkCodingException("Endless line between chunks");
    }
  }

  int status() {
    return head.getCode();
  }

  /** The values of a header, with commas between them; null if the response does not have it. */
  @Nullable String header(String name) {
    String values = null;
    for (var header : head.getHeaders(name)) {
      values = values == null ? header.getValue() : values + ", " + header.getValue();
    }
    return values;
  }

  /**
   * The fields of the JSON object in the body, as {@link Json#read} returns them. The API's
   * description makes each of them optional.
   *
   * @throws ResponseException when the body is not exactly one JSON object in UTF-8
   */
  Map<String, @Nullable Object> fields() throws ResponseException {
    if (fields == null) {
      fields = parse();
    }
    return fields;
  }

  private Map<String, @Nullable Object> parse() throws ResponseException {
    var encoding = header("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw ResponseException.badBody("an encoded body, which was not asked for");
    }
    if (body.length > MAX_BODY) {
      throw ResponseException.badBody("a body of more than " + MAX_BODY + " bytes");
    }
    try {
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      throw ResponseException.badBody("a body that is not UTF-8");
    } catch (EOFException e) {
      // Without a stated length, a body that any fault cut off looks complete.
      throw header("Content-Length") == null && header("Transfer-Encoding") == null
          ? ResponseException.transientFault(
              "the response broke off. Check the network and the proxy.")
          : ResponseException.badBody("JSON without its end");
    } catch (IOException e) {
      // Its message quotes the body, which may hold the token.
      throw ResponseException.badBody("a body that is not one valid JSON object");
    }
  }

  private static Map<String, @Nullable Object> parse(String text)
      throws IOException, ResponseException {
    // Without its byte order mark.
    var json = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (json.isBlank()) {
      throw ResponseException.badBody("an empty body");
    }
    if (json.stripLeading().startsWith("<")) {
      throw ResponseException.badBody("HTML, not JSON, as a proxy or a captive portal sends it");
    }
    return Json.read(json);
  }

  /** A text in the body; null if it is missing, or of another type. */
  @Nullable String text(String field) throws ResponseException {
    return fields().get(field) instanceof String text ? text : null;
  }

  /**
   * Whether a response with 200 means success: unless it says that it does not.
   *
   * @throws ResponseException when what it says is no boolean
   */
  boolean isSuccess() throws ResponseException {
    if (fields().getOrDefault(CustomersApi.SUCCESS, true) instanceof Boolean isSuccess) {
      return isSuccess;
    }
    throw ResponseException.badBody("a \"success\" that is neither true nor false");
  }

  /**
   * Tells a refusal of the API from one of a gateway or a firewall, which sends no JSON.
   *
   * @throws ResponseException when the body is not one JSON object
   */
  void requireApi() throws ResponseException {
    try {
      fields();
    } catch (ResponseException e) {
      throw e.kind() == ResponseException.Kind.TRANSIENT
          ? e
          : ResponseException.wrongResponse(
              "something other than the API answered ({}): {}", status(), e.message());
    }
  }

  /**
   * The API's message to the user, as {@code : "message"}; empty if the body has none.
   *
   * @param secret what the message must not show
   */
  String quotedMessage(String secret) {
    try {
      var message = text(CustomersApi.MESSAGE);
      return message == null ? "" : ": \"" + SafeText.oneLine(message, secret) + "\"";
    } catch (ResponseException e) {
      return "";
    }
  }
}
