package bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Logs in and checks the token with HttpClient 5 and Jackson, as their quick starts use them. */
@Mojo(name = "login", threadSafe = true)
public final class QuickStartMojo extends AbstractMojo {
  @Parameter(defaultValue = "${session}", readonly = true)
  MavenSession session;

  @Parameter(property = "netnut.apiUrl")
  String url;

  @Override
  public void execute() throws MojoExecutionException {
    var server = session.getSettings().getServer("netnut");
    var json = new ObjectMapper();
    try (var client = HttpClients.createDefault()) {
      var login = new HttpPost(url + "/auth/login");
      var account = Map.of("email", server.getUsername(), "password", server.getPassword());
      login.setEntity(new StringEntity(json.writeValueAsString(account), ContentType.APPLICATION_JSON));
      var answer = client.execute(login, response -> json.readTree(EntityUtils.toString(response.getEntity())));
      var token = answer.path("token").asText();
      var check = new HttpGet(url + "/auth/authenticated");
      check.setHeader("Authorization", token);
      int status =
          client.execute(
              check,
              response -> {
                EntityUtils.consume(response.getEntity());
                return response.getCode();
              });
      if (status != 200) {
        throw new MojoExecutionException("The token is not accepted");
      }
      session.getCurrentProject().getProperties().setProperty("netnut.token", token);
      getLog().info("Logged in");
    } catch (IOException e) {
      throw new MojoExecutionException("No login", e);
    }
  }
}
