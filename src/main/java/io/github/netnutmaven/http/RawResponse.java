package io.github.netnutmaven.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;

/** A response as it came, its body read whole or up to the limit. */
final class RawResponse {
  private final int status;
  private final ClassicHttpResponse headers;
  private final byte[] body;

  private RawResponse(ClassicHttpResponse response, byte[] body) {
    this.status = response.getCode();
    this.headers = response;
    this.body = body;
  }

  /** Reads a response, at most one byte more of its body than {@link Transport#MAX_BODY}. */
  static RawResponse read(ClassicHttpResponse response) throws IOException {
    var entity = response.getEntity();
    try {
      return new RawResponse(
          response,
          entity == null ? new byte[0] : entity.getContent().readNBytes(Transport.MAX_BODY + 1));
    } catch (MessageConstraintException e) {
      // The head was in order: this is a fault within the body, as a bad size of a chunk is one.
      throw new MalformedChunkCodingException("Endless line between chunks");
    }
  }

  int status() {
    return status;
  }

  /** The values of a header, in their order. */
  List<String> headers(String name) {
    var values = new ArrayList<String>();
    for (var header : headers.getHeaders(name)) {
      values.add(header.getValue() == null ? "" : header.getValue());
    }
    return values;
  }

  /** The first value of a header. */
  Optional<String> header(String name) {
    var values = headers(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** Whether there is more of the body than is read. */
  boolean isTooLong() {
    return body.length > Transport.MAX_BODY;
  }

  /** Whether only the end of the connection told where the body ends, which any fault can fake. */
  boolean endsWithConnection() {
    return header("Content-Length").isEmpty() && header("Transfer-Encoding").isEmpty();
  }

  /** The answer in its body. */
  ApiResponse parse() throws BadBodyException {
    for (var encoding : headers("Content-Encoding")) {
      if (!encoding.equalsIgnoreCase("identity")) {
        throw new BadBodyException("an encoded body, which was not asked for");
      }
    }
    if (isTooLong()) {
      throw new BadBodyException("a body of more than " + Transport.MAX_BODY + " bytes");
    }
    return ApiResponse.parse(body);
  }

  /** What the API says for people in a body that may be anything. */
  Optional<String> message() {
    try {
      return parse().message();
    } catch (BadBodyException e) {
      return Optional.empty();
    }
  }

  /** Shows the status alone. */
  @Override
  public String toString() {
    return "RawResponse[" + status + "]";
  }
}
