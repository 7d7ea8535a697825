package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.testkit.FixedTiming;
import java.time.Duration;

/**
 * Logs in, checks a token, and logs in again, in a JVM that was started with properties of TLS;
 * prints what comes of each, a line each.
 */
final class AskingProcess {
  private AskingProcess() {}

  /** The API's address. */
  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 2; i++) {
      try (var api = open(args[0])) {
        tell(api.login(Wire.CREDENTIALS));
      } catch (AuthException e) {
        tell(e.getClass().getSimpleName() + ": " + e.getMessage());
      }
      try (var api = open(args[0])) {
        tell(api.check(Wire.TOKEN).toString());
      } catch (AuthException e) {
        tell(e.getClass().getSimpleName() + ": " + e.getMessage());
      }
    }
  }

  private static HttpAuthApi open(String url) throws AuthException {
    return new HttpAuthApi(
        ApiUrl.parse(url),
        new HttpOptions(Duration.ofSeconds(10), 3, null, null),
        new Deadline(Duration.ofSeconds(60), new FixedTiming()),
        new FixedTiming(),
        line -> tell("again: " + line));
  }

  private static void tell(String line) {
    System.out.println("ASKED " + line);
  }
}
