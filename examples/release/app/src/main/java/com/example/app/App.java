package com.example.app;

import com.example.library.CustomersApi;
import java.net.URI;

/** A program that uses the library: here stands your own code. */
public final class App {
  private App() {}

  /** Says whether the API takes the token of the environment. */
  public static void main(String[] args) throws Exception {
    var api = new CustomersApi(URI.create(System.getenv("NETNUT_API_URL")));
    System.out.println(api.accepts(System.getenv("NETNUT_TOKEN")));
  }
}
