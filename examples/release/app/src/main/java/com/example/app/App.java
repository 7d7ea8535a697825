package com.example.app;

import com.example.library.CustomersApi;
import java.net.URI;

/** A program that uses the library: replace it with your code. */
public final class App {
  private App() {}

  /** Prints whether the API accepts the token in the environment. */
  public static void main(String[] args) throws Exception {
    var token = variable("NETNUT_TOKEN");
    var api = new CustomersApi(URI.create(variable("NETNUT_API_URL")));
    System.out.println(api.accepts(token));
  }

  private static String variable(String name) {
    var value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(name + " is not set: run netnut:login first.");
    }
    return value;
  }
}
