package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.AuthException;

/**
 * Logs in and checks a token, twice, in a JVM that was started with certain properties, and prints
 * a line for each result.
 */
final class AskingProcess {
  private AskingProcess() {}

  /** Takes the API's address, and host and port of a proxy, if there is one. */
  public static void main(String[] args) throws Exception {
    var wire = args.length == 1 ? new Wire() : new Wire().proxy(args[1], Integer.parseInt(args[2]));
    for (int i = 0; i < 2; i++) {
      print(wire, args[0], api -> api.login(Wire.CREDENTIALS));
      print(wire, args[0], api -> api.check(Wire.TOKEN).toString());
    }
  }

  private interface Call {
    String of(HttpAuthApi api) throws AuthException;
  }

  private static void print(Wire wire, String url, Call call) throws Exception {
    try (var api = wire.open(url)) {
      System.out.println("ASKED " + call.of(api));
    } catch (AuthException e) {
      System.out.println("ASKED " + e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }
}
