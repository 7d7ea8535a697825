package io.github.netnutmaven.http;

import java.io.IOException;

/** A proxy did not let us through to the API; what came back is its own answer. */
final class ProxyRefusalException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;

  ProxyRefusalException(int status) {
    super("CONNECT refused");
    this.status = status;
  }

  int status() {
    return status;
  }
}
