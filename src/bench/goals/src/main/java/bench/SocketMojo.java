package bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * The limit: two requests over one bare socket, without an HTTP client. It joins strings without
 * {@code +}, which loads classes, too.
 */
@Mojo(name = "socket", threadSafe = true)
public final class SocketMojo extends AbstractMojo {
  @Parameter(defaultValue = "${session}", readonly = true)
  MavenSession session;

  @Parameter(property = "netnut.apiUrl")
  URI url;

  @Override
  public void execute() throws MojoExecutionException {
    var server = session.getSettings().getServer("netnut");
    var account =
        String.join("", "{\"email\":\"", server.getUsername(), "\",\"password\":\"", server.getPassword(), "\"}");
    try (var socket = connected()) {
      var json = String.join("", "Content-Type: application/json\r\nContent-Length: ", String.valueOf(account.length()));
      var login = answer(socket, "POST", "/auth/login", json, account);
      int token = login.indexOf("\"token\":\"") + 9;
      var value = login.substring(token, login.indexOf("\"", token));
      answer(socket, "GET", "/auth/authenticated", "Authorization: ".concat(value), "");
      session.getCurrentProject().getProperties().setProperty("netnut.token", value);
      getLog().info("Logged in");
    } catch (IOException e) {
      throw new MojoExecutionException("No login", e);
    }
  }

  private Socket connected() throws IOException {
    if (url.getScheme().equals("http")) {
      return new Socket(url.getHost(), url.getPort());
    }
    var tls = (SSLSocket) SSLSocketFactory.getDefault().createSocket(url.getHost(), url.getPort());
    var parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    return tls;
  }

  private String answer(Socket socket, String method, String path, String header, String body)
      throws IOException {
    var request =
        String.join("", method, " ", url.getPath(), path, " HTTP/1.1\r\nHost: ", url.getAuthority(), "\r\n", header, "\r\n\r\n", body);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    var answer = new StringBuilder();
    var piece = new byte[8192];
    while (!isWhole(answer)) {
      int count = socket.getInputStream().read(piece);
      if (count < 0) {
        throw new EOFException();
      }
      answer.append(new String(piece, 0, count, StandardCharsets.UTF_8));
    }
    if (!answer.substring(0, 13).equals("HTTP/1.1 200 ")) {
      throw new IOException("Refused");
    }
    return answer.toString();
  }

  private static boolean isWhole(StringBuilder answer) {
    int end = answer.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    int length = answer.indexOf("ontent-length: ") + 15;
    return answer.length() - end - 4 == Integer.parseInt(answer.substring(length, answer.indexOf("\r", length)));
  }
}
