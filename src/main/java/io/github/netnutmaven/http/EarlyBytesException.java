package io.github.netnutmaven.http;

import java.io.IOException;

/** A proxy sent bytes into a tunnel before anything was sent through it; TLS never starts so. */
final class EarlyBytesException extends IOException {
  private static final long serialVersionUID = 1L;

  EarlyBytesException() {
    super("Bytes behind the answer to CONNECT");
  }
}
