package io.github.netnutmaven.http;

import io.github.netnutmaven.secret.SafeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.jspecify.annotations.Nullable;

/** A response as it came, with its body read to its end or to the limit. */
final class RawResponse {
  /** The largest body that is read, in bytes; the API's own have a few hundred. */
  static final int MAX_BODY = 64 * 1024;

  private final ClassicHttpResponse head;
  private final byte[] body;

  private RawResponse(ClassicHttpResponse head, byte[] body) {
    this.head = head;
    this.body = body;
  }

  /** Reads a response, and at most one byte more of its body than {@link #MAX_BODY}. */
  static RawResponse read(ClassicHttpResponse response) throws IOException {
    var entity = response.getEntity();
    try {
      return new RawResponse(
          response, entity == null ? new byte[0] : entity.getContent().readNBytes(MAX_BODY + 1));
    } catch (MessageConstraintException e) {
      // The head was in order: this is a fault in the body, like a chunk with an invalid size.
      throw new MalformedChunkCodingException("Endless line between chunks");
    }
  }

  int status() {
    return head.getCode();
  }

  /** The values of a header, in their order. */
  List<String> headers(String name) {
    var values = new ArrayList<String>();
    for (var header : head.getHeaders(name)) {
      values.add(header.getValue());
    }
    return values;
  }

  /** The first value of a header; null if the response does not have it. */
  @Nullable String header(String name) {
    var first = head.getFirstHeader(name);
    return first == null ? null : first.getValue();
  }

  /** Reads the API's response in the body. */
  ApiResponse parse() throws ResponseException {
    for (var encoding : headers("Content-Encoding")) {
      if (!encoding.equalsIgnoreCase("identity")) {
        throw ResponseException.badBody("an encoded body, which was not asked for");
      }
    }
    if (body.length > MAX_BODY) {
      throw ResponseException.badBody("a body of more than " + MAX_BODY + " bytes");
    }
    // Without a stated length, a body that any fault cut off looks complete.
    boolean mayBeCutOff = header("Content-Length") == null && header("Transfer-Encoding") == null;
    return ApiResponse.parse(body, mayBeCutOff);
  }

  /**
   * Tells a refusal of the API from one of a gateway or a firewall, which sends no JSON.
   *
   * @throws ResponseException when the body is not one JSON object
   */
  void requireApi() throws ResponseException {
    try {
      parse();
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
      var message = parse().message();
      return message == null ? "" : ": \"" + SafeText.oneLine(message, secret) + "\"";
    } catch (ResponseException e) {
      return "";
    }
  }

  /** Shows the status alone. */
  @Override
  public String toString() {
    return "RawResponse[" + status() + "]";
  }
}
