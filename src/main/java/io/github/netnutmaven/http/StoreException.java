package io.github.netnutmaven.http;

import java.io.IOException;

/** A trust or key store that Java cannot use; the message goes on after "…, but ". */
final class StoreException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String message;

  StoreException(String message) {
    super(message);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
