package io.github.netnutmaven.http;

import java.util.Optional;

/** A response as it came, its body read whole or up to the limit. */
final class RawAnswer {
  private final int status;
  private final Optional<String> location;
  private final Optional<String> contentEncoding;
  private final byte[] body;

  /**
   * Keeps what it is given.
   *
   * @param status the status code
   * @param location the header {@code Location}
   * @param contentEncoding the header {@code Content-Encoding}
   * @param body at most one byte more than {@link Transport#MAX_BODY}
   */
  RawAnswer(int status, Optional<String> location, Optional<String> contentEncoding, byte[] body) {
    this.status = status;
    this.location = location;
    this.contentEncoding = contentEncoding;
    this.body = body;
  }

  int status() {
    return status;
  }

  Optional<String> location() {
    return location;
  }

  /** The answer in its body. */
  ApiAnswer parse() throws BadBodyException {
    if (contentEncoding.filter(e -> !e.equalsIgnoreCase("identity")).isPresent()) {
      throw new BadBodyException("an encoded body, which was not asked for");
    }
    if (body.length > Transport.MAX_BODY) {
      throw new BadBodyException("a body of more than " + Transport.MAX_BODY + " bytes");
    }
    return ApiAnswer.parse(body);
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
    return "RawAnswer[" + status + "]";
  }
}
