package it;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks the API with the token that its environment has. */
public class Application {
  private Application() {}

  /** Prints the status of the response. */
  public static void main(String[] arguments) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(System.getenv("NETNUT_API_URL") + "/auth/authenticated"))
            .header("Authorization", System.getenv("NETNUT_TOKEN"))
            .build();
    var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    System.out.println("The application's token: status " + response.statusCode());
  }
}
