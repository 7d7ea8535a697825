package io.github.netnutmaven.auth;

/** A failure that the user did not cause: the network, the service, an interruption. */
public final class ServiceException extends AuthException {
  private static final long serialVersionUID = 1L;

  private final boolean isTransient;

  /**
   * @param template what was tried, what came back, what to do; without secrets
   * @param values the text for each {@code {}}
   */
  public ServiceException(String template, Object... values) {
    this(Message.of(template, values));
  }

  /** With a message that is there already. */
  public ServiceException(Message message) {
    this(false, message);
  }

  private ServiceException(boolean isTransient, Message message) {
    super(message);
    this.isTransient = isTransient;
  }

  /** A failure that may pass: no answer came, or the service asks to come back later. */
  public static ServiceException transientFailure(String template, Object... values) {
    return new ServiceException(true, Message.of(template, values));
  }

  /** Whether another try may succeed. */
  boolean isTransient() {
    return isTransient;
  }
}
