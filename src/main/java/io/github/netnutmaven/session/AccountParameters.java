package io.github.netnutmaven.session;

import io.github.netnutmaven.auth.ApiUrl;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The valid parameters of a goal for an account.
 *
 * @param serverId the id of the {@code <server>}; empty for the default one
 * @param apiUrl the API's address, if it is set
 * @param allowInsecureHttp whether plain http is allowed beyond this machine
 * @param tokenProperty the name of the token's property, which is free to use
 * @param cacheDirectory where tokens are kept; null for the platform's directory
 */
public record AccountParameters(
    String serverId,
    @Nullable ApiUrl apiUrl,
    boolean allowInsecureHttp,
    String tokenProperty,
    @Nullable Path cacheDirectory) {
  /** The same for the account of another {@code <server>}. */
  public AccountParameters withServerId(String other) {
    return new AccountParameters(other, apiUrl, allowInsecureHttp, tokenProperty, cacheDirectory);
  }
}
