package io.github.netnutmaven.auth;

/** The two calls of the Customers API. One object serves one goal, from one thread. */
public interface AuthApi extends AutoCloseable {
  /**
   * Refuses an address that no secret may be sent to, before a password is read. Each call does the
   * same by itself.
   *
   * @throws UserMistakeException when the address is not safe
   */
  default void requireSafe() throws UserMistakeException {}

  /**
   * Refuses a login while Maven is offline, before the password is read.
   *
   * @throws UserMistakeException when Maven is offline
   */
  default void requireOnline() throws UserMistakeException {}

  /**
   * Asks for a token.
   *
   * @return the bare token
   * @throws UserMistakeException when the API refuses the account, or is not at this address
   * @throws ServiceException when no usable response comes
   */
  String login(Credentials credentials) throws AuthException;

  /**
   * Asks whether a token is accepted.
   *
   * @throws UserMistakeException when the response shows a wrong set-up: a redirect, 404, a
   *     certificate that is not trusted
   * @throws ServiceException when the goal was interrupted
   */
  Verdict check(String token) throws AuthException;

  /** Closes connections and ends threads. */
  @Override
  void close();
}
