package io.github.netnutmaven.auth;

import java.time.Duration;

/**
 * All that is known of NetNut's Customers API, from its OpenAPI description and documentation; its
 * address is {@link ApiUrl#DEFAULT}.
 */
public final class CustomersApi {
  /** {@code POST}: exchanges e-mail and password, as JSON, for a token. */
  public static final String LOGIN = "/auth/login";

  /** {@code GET}: tells whether the token in the header is accepted. */
  public static final String CHECK = "/auth/authenticated";

  /** The header that receives the bare token. */
  public static final String TOKEN_HEADER = "Authorization";

  /** A login's text, the e-mail of the account. */
  public static final String EMAIL = "email";

  /** A login's text, the password of the account. */
  public static final String PASSWORD = "password";

  /** A response's boolean: unless it is there and false, a response with 200 means success. */
  public static final String SUCCESS = "success";

  /** A response's text, the token. */
  public static final String TOKEN = "token";

  /** A response's text, why the call was refused. */
  public static final String MESSAGE = "message";

  /** How long a token is valid that does not say so itself. */
  static final Duration LIFETIME = Duration.ofHours(24);

  private CustomersApi() {}
}
