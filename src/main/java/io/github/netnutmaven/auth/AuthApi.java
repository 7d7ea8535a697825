package io.github.netnutmaven.auth;

import java.time.Duration;

/** The two calls of the Customers API. One object serves one goal, from one thread. */
public interface AuthApi extends AutoCloseable {
  /**
   * Asks for a token.
   *
   * @return the bare token
   * @throws UserMistakeException when the API refuses the account or is not where it was looked for
   * @throws ServiceException when no usable answer comes
   */
  String login(Credentials credentials) throws AuthException;

  /**
   * Asks whether a token is good.
   *
   * @throws UserMistakeException when the answer shows a wrong set-up: a redirect, 404, a
   *     certificate that is not trusted
   * @throws ServiceException when the goal was interrupted
   */
  Verdict check(String token) throws AuthException;

  /**
   * How much is left of the time that the goal may take.
   *
   * @throws UserMistakeException when the way to the API is set up wrong
   */
  Duration timeLeft() throws AuthException;

  /** Lets go of connections and threads. */
  @Override
  void close();
}
