package io.github.netnutmaven.auth;

/** A failure that the user did not cause: the network, the service, an interruption. */
public final class ServiceException extends AuthException {
  private static final long serialVersionUID = 1L;

  private final boolean passing;

  /**
   * @param message what was tried, what came back, what to do; without secrets
   */
  public ServiceException(String message) {
    this(message, false);
  }

  private ServiceException(String message, boolean passing) {
    super(message);
    this.passing = passing;
  }

  /** A failure that may pass: no answer came, or the service asks to come back later. */
  public static ServiceException passing(String message) {
    return new ServiceException(message, true);
  }

  /** Whether another time may go well. */
  boolean isPassing() {
    return passing;
  }
}
