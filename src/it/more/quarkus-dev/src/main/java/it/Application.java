package it;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks the API with the token that its environment has, and ends the dev mode. */
@QuarkusMain
public class Application {
  private Application() {}

  /** Prints the address and the status of the response. */
  public static void main(String[] arguments) throws Exception {
    var address = System.getenv("NETNUT_API_URL");
    System.out.println("The application's address: " + address);
    if (address.startsWith("http")) {
      var request =
          HttpRequest.newBuilder(URI.create(address + "/auth/authenticated"))
              .header("Authorization", System.getenv("NETNUT_TOKEN"))
              .build();
      var response =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
      System.out.println("The application's token: status " + response.statusCode());
    }
    System.exit(0);
  }
}
