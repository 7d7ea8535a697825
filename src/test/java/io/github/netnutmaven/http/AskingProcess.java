package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.testkit.FixedTiming;
import java.time.Duration;

/**
 * Logs in and checks a token, twice, in a JVM that was started with properties of TLS, and prints a
 * line for each result.
 */
final class AskingProcess {
  private AskingProcess() {}

  /** Takes the API's address. */
  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 2; i++) {
      print(args[0], api -> api.login(Wire.CREDENTIALS));
      print(args[0], api -> api.check(Wire.TOKEN).toString());
    }
  }

  private interface Call {
    String of(HttpAuthApi api) throws AuthException;
  }

  private static void print(String url, Call call) {
    try (var api =
        new HttpAuthApi(
            ApiUrl.parse(url),
            new HttpOptions(Duration.ofSeconds(10), 3, null, null),
            new Deadline(Duration.ofSeconds(60), new FixedTiming()),
            new FixedTiming(),
            line -> System.out.println("ASKED again: " + line))) {
      System.out.println("ASKED " + call.of(api));
    } catch (AuthException e) {
      System.out.println("ASKED " + e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }
}
