package io.github.netnutmaven.auth;

/** A failure that the user did not cause: the network, the service, an interruption. */
public final class ServiceException extends AuthException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was tried, what came back, what to do; without secrets
   */
  public ServiceException(String message) {
    super(message);
  }
}
