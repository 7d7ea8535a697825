package bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Logs in and checks the token as one writes it by hand, with the JDK's client and a pattern. */
@Mojo(name = "by-hand", threadSafe = true)
public final class ByHandMojo extends AbstractMojo {
  @Parameter(defaultValue = "${session}", readonly = true)
  MavenSession session;

  @Parameter(property = "netnut.apiUrl")
  String url;

  @Override
  public void execute() throws MojoExecutionException {
    var server = session.getSettings().getServer("netnut");
    var account = "{\"email\":\"" + server.getUsername() + "\",\"password\":\"" + server.getPassword() + "\"}";
    var client = HttpClient.newHttpClient();
    try {
      var login =
          HttpRequest.newBuilder(URI.create(url + "/auth/login"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(account))
              .build();
      var answer = client.send(login, BodyHandlers.ofString());
      var token = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"").matcher(answer.body());
      if (answer.statusCode() != 200 || !token.find()) {
        throw new MojoExecutionException("No token: " + answer.statusCode());
      }
      var check =
          HttpRequest.newBuilder(URI.create(url + "/auth/authenticated"))
              .header("Authorization", token.group(1))
              .build();
      if (client.send(check, BodyHandlers.ofString()).statusCode() != 200) {
        throw new MojoExecutionException("The token is not accepted");
      }
      session.getCurrentProject().getProperties().setProperty("netnut.token", token.group(1));
      getLog().info("Logged in");
    } catch (IOException | InterruptedException e) {
      throw new MojoExecutionException("No login", e);
    }
  }
}
