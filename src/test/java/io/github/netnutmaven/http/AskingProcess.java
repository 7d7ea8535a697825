package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.AuthException;

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

  private static void print(String url, Call call) throws Exception {
    try (var api = new Wire().open(url)) {
      System.out.println("ASKED " + call.of(api));
    } catch (AuthException e) {
      System.out.println("ASKED " + e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }
}
