package com.example.app;

import com.example.library.CustomersApi;
import java.net.URI;

/** A program that uses the library: replace it with your code. */
public final class App {
  private App() {}

  /** Prints whether the API accepts the token in the environment. */
  public static void main(String[] args) throws Exception {
    var api = new CustomersApi(URI.create(System.getenv("NETNUT_API_URL")));
    System.out.println(api.accepts(System.getenv("NETNUT_TOKEN")));
  }
}
