package io.github.netnutmaven.output;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiTarget;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.files.FileFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What {@code check} knows, in a file for a script: one object in JSON, without the token. */
public final class CheckReport {
  private final @Nullable Path file;
  private final Function<Map<String, @Nullable String>, String> json;

  /**
   * Removes the report of an earlier run, so that nobody reads it if this run fails early.
   *
   * @param file where to write it; null for nowhere
   * @param json writes an object of texts
   * @throws UserMistakeException when something else is there
   */
  public CheckReport(@Nullable Path file, Function<Map<String, @Nullable String>, String> json)
      throws UserMistakeException {
    this.file = file;
    this.json = json;
    if (file != null) {
      try {
        OwnerOnlyFile.requireRegular(file);
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw cannotWrite(file, e);
      }
    }
  }

  /**
   * Writes it.
   *
   * @param token the token that was checked, if there was one
   * @param verdict one lower-case word
   * @param reason why the token is not good; empty for a good one
   */
  public void write(ApiTarget target, @Nullable AccessToken token, String verdict, String reason)
      throws UserMistakeException {
    if (file == null) {
      return;
    }
    var source = target.address().source();
    var fields = new LinkedHashMap<String, @Nullable String>();
    fields.put("verdict", verdict);
    fields.put("reason", reason);
    fields.put("address", target.url().toString());
    fields.put("addressSource", source.name().toLowerCase(Locale.ROOT));
    fields.put("account", account(target, token));
    fields.put("tokenSource", token == null ? null : token.source().toString());
    fields.put("expiresAt", token == null ? null : Objects.toString(token.expiresAt(), null));
    try {
      OwnerOnlyFile.write(file, (json.apply(fields) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private static @Nullable String account(ApiTarget target, @Nullable AccessToken token) {
    if (target.account().email() != null) {
      return target.account().shortEmail();
    }
    return token == null ? null : token.owner();
  }

  private static UserMistakeException cannotWrite(Path file, IOException e) {
    return new UserMistakeException(
        "Tried to write the report to the reportFile {}, but it cannot be written: {}. Fix that, or"
            + " choose another file.",
        file,
        FileFault.reason(e));
  }
}
