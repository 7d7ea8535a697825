package io.github.netnutmaven.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The valid parameters of a goal that sends requests.
 *
 * @param account the parameters of its account
 * @param connectTimeout the limit on connecting
 * @param timeout the limit on the whole goal
 * @param retries how many more tries a passing fault may take
 * @param scheme the word to put before the token in {@code Authorization}, if any
 * @param whyNotKept why tokens are not kept between builds, as a message says it; null if they are
 * @param onMissingCredentials what to do without any credentials
 */
public record ApiParameters(
    AccountParameters account,
    Duration connectTimeout,
    Duration timeout,
    int retries,
    @Nullable String scheme,
    @Nullable String whyNotKept,
    MissingCredentials onMissingCredentials) {
  /** What to do when no credentials are configured. */
  public enum MissingCredentials {
    /** Fail the build. */
    FAIL,
    /** Warn, and continue without a token. */
    WARN,
    /** Say so once, and continue without a token. */
    SKIP
  }
}
