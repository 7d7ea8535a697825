package com.example;

/** What the build provides. */
final class Build {
  private Build() {}

  static String token() {
    return variable("NETNUT_TOKEN");
  }

  static String apiUrl() {
    return variable("NETNUT_API_URL");
  }

  private static String variable(String name) {
    var value = System.getenv(name);
    // If netnut:login did not run, Maven passes the text ${...} unchanged.
    if (value == null || value.isBlank() || value.startsWith("${")) {
      throw new IllegalStateException(
          name + " is not set: run netnut:login first, or set it in your IDE.");
    }
    return value;
  }
}
