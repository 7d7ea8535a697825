package io.github.netnutmaven;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.netnutmaven.testkit.Programs;
import io.github.netnutmaven.testkit.SourceFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scripts of the examples, run by dash and by bash with the real curl: with a Maven, a clock
 * and programs of CI servers that only pretend, and a secret store that responds as the test says.
 */
@Timeout(120)
class FleetScriptsTest {
  private static final Path FLEET = Path.of("examples/fleet");
  private static final Instant START = Instant.parse("2026-11-29T00:17:00Z");
  private static final String PASSWORD = "fake-Pa55word-of-the-fleet";
  private static final String OLD = "fake-token-old";

  /** Logs in as the file {@code mode} says. */
  private static final String MVN =
      """
      #!/bin/sh
      echo "$*" >> "$DIRECTORY/maven"
      for option; do
        case $option in
          -Dnetnut.tokenFile=*) token=${option#*=} ;;
          -Dnetnut.envFile=*) env=${option#*=} ;;
          *:check) exit ;;
        esac
      done
      case $(cat "$DIRECTORY/mode") in
        up)
          printf 'fake-token-%s' "$(wc -l < "$DIRECTORY/maven")" > "$token"
          printf 'NETNUT_TOKEN=%s\\nNETNUT_TOKEN_EXPIRES_AT=' "$(cat "$token")" > "$env"
          date -u -d "@$(($(date +%s) + 86400))" +%FT%TZ >> "$env"
          ;;
        refused)
          echo '[ERROR] Tried to log in, but the server refused: "Invalid email or password".'
          exit 1
          ;;
        down)
          echo '[ERROR] Tried to log in, but the connection was refused.'
          exit 1
          ;;
        hangs)
          curl --silent "$STORE/maven"
          ;;
      esac
      """;

  private static final String DATE =
      """
      #!/bin/sh
      case $* in
        +%s | '-d now +%s') cat "$DIRECTORY/clock" ;;
        *) exec /bin/date "$@" ;;
      esac
      """;

  private static final String GH =
      """
      #!/bin/sh
      echo "gh $*" >> "$DIRECTORY/calls"
      cat > "$DIRECTORY/store/$3"
      """;

  private static final String AZ =
      """
      #!/bin/sh
      echo "az $*" >> "$DIRECTORY/calls"
      env | grep AZURE_DEVOPS_EXT_PIPELINE_VAR >> "$DIRECTORY/calls"
      """;

  @TempDir private Path directory;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Semaphore arrived = new Semaphore(0);
  private final Semaphore released = new Semaphore(0);
  private final Map<String, String> now = new HashMap<>();
  private HttpServer store;
  private volatile int status = 200;
  private volatile int hangsAt = -1;

  /** What a script did. */
  record Result(int status, String output) {}

  @BeforeEach
  void start() throws IOException {
    assumeTrue(Programs.has("dash") && Programs.has("bash") && Programs.has("curl"), "no shell");
    store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    store.setExecutor(threads);
    store.createContext("/", this::respond);
    store.start();
    for (var name : List.of("bin", "store", "tmp")) {
      Files.createDirectory(directory.resolve(name));
    }
    for (var program : Map.of("mvn", MVN, "date", DATE, "gh", GH, "az", AZ).entrySet()) {
      var file =
          Files.writeString(directory.resolve("bin/" + program.getKey()), program.getValue());
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    now.putAll(
        Map.of(
            "NETNUT_TOKEN",
            OLD,
            "NETNUT_TOKEN_FORMER",
            "fake-token-former",
            "NETNUT_TOKEN_EXPIRES_AT",
            START.plus(Duration.ofHours(18)).toString()));
    set("clock", START.getEpochSecond());
    set("mode", "up");
    Files.createFile(directory.resolve("maven"));
  }

  @AfterEach
  void stop() {
    released.release(100);
    store.stop(0);
    threads.shutdownNow();
  }

  private void respond(HttpExchange call) throws IOException {
    var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(call.getRequestMethod() + " " + call.getRequestURI().getPath() + " " + body);
    boolean hangs = call.getRequestURI().getPath().equals("/maven") || requests.size() == hangsAt;
    arrived.release();
    if (hangs) {
      released.acquireUninterruptibly();
    }
    boolean isRead = call.getRequestMethod().equals("GET");
    var values = isRead ? secretOfKubernetes().getBytes(StandardCharsets.UTF_8) : new byte[] {'-'};
    call.getResponseHeaders().set("Location", "/somewhere");
    call.sendResponseHeaders(isRead ? 200 : status, values.length);
    call.getResponseBody().write(values);
    call.close();
  }

  /** The Secret, with whom it was managed by, as the API server prints it for curl. */
  private String secretOfKubernetes() {
    return now.entrySet().stream()
        .map(value -> "    \"%s\": \"%s\"".formatted(value.getKey(), base64(value.getValue())))
        .collect(joining(",\n", "{\n  \"data\": {\n", "\n  },\n  \"f:NETNUT_TOKEN\": {}\n}\n"));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private void set(String file, Object text) throws IOException {
    Files.writeString(directory.resolve(file), text.toString());
  }

  /** Copies the scripts of a CI server beside each other, as its page says, and starts one. */
  private Process begin(String shell, String script, String server) throws IOException {
    var address = "http://127.0.0.1:" + store.getAddress().getPort();
    var pod = Files.createDirectories(directory.resolve("pod"));
    Files.writeString(pod.resolve("token"), "fake-token-of-the-pod");
    for (var file : List.of("renew.sh", "watch.sh", server + "/store.sh")) {
      var text =
          Files.readString(FLEET.resolve(file))
              .replace("/var/run/secrets/kubernetes.io/serviceaccount", pod.toString())
              .replace("https://kubernetes.default.svc", address);
      Files.writeString(directory.resolve(Path.of(file).getFileName()), text);
    }
    Files.copy(
        Path.of("examples/fan-out/job.sh"),
        directory.resolve("job.sh"),
        StandardCopyOption.REPLACE_EXISTING);
    var builder = new ProcessBuilder(shell, directory.resolve(script).toString());
    var environment = builder.directory(directory.toFile()).redirectErrorStream(true).environment();
    environment.keySet().removeIf(name -> name.matches("(?i)(NETNUT_.*|.*_proxy)"));
    environment.put("PATH", directory.resolve("bin") + ":" + System.getenv("PATH"));
    environment.put("TMPDIR", directory.resolve("tmp").toString());
    environment.put("DIRECTORY", directory.toString());
    environment.put("STORE", address);
    environment.put("NETNUT_EMAIL", "me@example.com");
    environment.put("NETNUT_PASSWORD", PASSWORD);
    if (!server.equals("kubernetes")) {
      environment.putAll(now);
    }
    environment.putAll(
        switch (server) {
          case "github" -> Map.of("TARGET", "--repo me/project", "GH_TOKEN", "fake-secret-of-gh");
          case "gitlab" ->
              Map.of(
                  "GROUP_ACCESS_TOKEN", "fake-secret-of-gitlab",
                  "CI_API_V4_URL", address + "/api/v4",
                  "CI_PROJECT_NAMESPACE_ID", "17");
          case "jenkins" ->
              Map.of("WRITER", "w", "WRITER_TOKEN", "fake-secret", "JENKINS_URL", address + "/");
          case "azure" ->
              Map.of(
                  "TARGET_GROUPS", "1 2",
                  "SYSTEM_COLLECTIONURI", "https://dev.azure.com/me/",
                  "SYSTEM_TEAMPROJECT", "project");
          default -> Map.of("TARGET_NAMESPACES", "builds other");
        });
    var process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private Result run(String shell, String script, String server) throws Exception {
    return end(begin(shell, script, server));
  }

  /** Ends the script and its children, as a CI server ends a job. */
  private Result endAsAServer(Process process) throws Exception {
    var children = process.descendants().toList();
    // Process.destroy would close the output, too.
    process.toHandle().destroy();
    children.forEach(ProcessHandle::destroy);
    return end(process);
  }

  /** Waits for the script, which may leave nothing behind. */
  private Result end(Process process) throws Exception {
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(directory.resolve("tmp")).as(output).isEmptyDirectory();
    assertThat(output).doesNotContain(PASSWORD, OLD, "fake-token-1", "fake-secret");
    return new Result(process.exitValue(), output);
  }

  private Result renew() throws Exception {
    return run("dash", "renew.sh", "github");
  }

  /** Runs the script every hour, with GitHub's store. */
  private int failuresIn(int hours) throws Exception {
    int failures = 0;
    for (int hour = 0; hour < hours; hour++) {
      failures += renew().status() == 0 ? 0 : 1;
      passHours(1);
    }
    return failures;
  }

  private void passHours(int hours) throws IOException {
    set("clock", Long.parseLong(Files.readString(directory.resolve("clock"))) + hours * 3600L);
    for (var value : SourceFiles.below(directory.resolve("store").toString(), ".*")) {
      now.put(value.getFileName().toString(), Files.readString(value));
    }
  }

  private long logins() throws IOException {
    return Files.readAllLines(directory.resolve("maven")).stream()
        .filter(line -> line.contains(":login"))
        .count();
  }

  static Stream<List<String>> stores() {
    return Stream.of("dash", "bash")
        .flatMap(
            shell ->
                Stream.of(
                    List.of(shell, "gitlab", "PUT /api/v4/groups/17/variables/NAME value=VALUE&"),
                    List.of(
                        shell,
                        "jenkins",
                        "POST /credentials/store/system/domain/_/credential/ID/config.xml <"),
                    List.of(
                        shell,
                        "kubernetes",
                        "PATCH /api/v1/namespaces/builds/secrets/netnut-token {\"stringData\":{\"NAME\":\"VALUE\"}}",
                        "PATCH /api/v1/namespaces/other/secrets/netnut-token {\"stringData\":{\"NAME\":\"VALUE\"}}")));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void stores_the_former_token_then_the_new_one_then_its_expiry(List<String> expected)
      throws Exception {
    assertThat(run(expected.get(0), "renew.sh", expected.get(1)).status()).isZero();

    var writes = requests.stream().filter(request -> !request.startsWith("GET")).toList();
    var values =
        List.of(
            Map.entry("NETNUT_TOKEN_FORMER", OLD),
            Map.entry("NETNUT_TOKEN", "fake-token-1"),
            Map.entry("NETNUT_TOKEN_EXPIRES_AT", "2026-11-30T00:17:00Z"));
    var inOrder =
        values.stream()
            .flatMap(value -> expected.stream().skip(2).map(line -> filled(line, value)))
            .toList();
    assertThat(writes).hasSameSizeAs(inOrder);
    for (int i = 0; i < writes.size(); i++) {
      assertThat(writes.get(i).replace("%3A", ":")).startsWith(inOrder.get(i));
    }
  }

  private static String filled(String line, Map.Entry<String, String> value) {
    var id = value.getKey().toLowerCase(Locale.ROOT).replace('_', '-');
    return line.replace("NAME", value.getKey())
        .replace("ID", id)
        .replace("VALUE", value.getValue());
  }

  @Test
  void jenkins_gets_a_secret_text_whose_characters_are_escaped() throws Exception {
    now.put("NETNUT_TOKEN", "fake-token<&>");

    assertThat(run("dash", "renew.sh", "jenkins").status()).isZero();

    assertThat(requests.get(0))
        .contains(
            "<id>netnut-token-former</id>",
            "<scope>GLOBAL</scope>",
            "<secret>fake-token&lt;&amp;></secret>");
  }

  @Test
  void gitlab_masks_the_tokens_but_not_the_date() throws Exception {
    assertThat(run("dash", "renew.sh", "gitlab").status()).isZero();

    assertThat(requests.subList(0, 2))
        .allMatch(request -> request.endsWith("&masked=true&protected=true&raw=true"));
    assertThat(requests.get(2)).endsWith("&masked=false&protected=true&raw=true");
  }

  @Test
  void the_programs_of_github_and_azure_get_no_secret_on_their_command_lines() throws Exception {
    assertThat(run("dash", "renew.sh", "github").status()).isZero();
    assertThat(run("dash", "renew.sh", "azure").status()).isZero();

    var calls = Files.readAllLines(directory.resolve("calls"));
    assertThat(calls.subList(0, 3))
        .containsExactly(
            "gh secret set NETNUT_TOKEN_FORMER --repo me/project",
            "gh secret set NETNUT_TOKEN --repo me/project",
            "gh variable set NETNUT_TOKEN_EXPIRES_AT --repo me/project");
    assertThat(calls.subList(3, calls.size()))
        .filteredOn(call -> call.startsWith("az "))
        .hasSize(6)
        .allMatch(call -> call.contains("--group-id 1 ") || call.contains("--group-id 2 "))
        .noneMatch(call -> call.contains("fake-token"));
    assertThat(calls)
        .contains(
            "AZURE_DEVOPS_EXT_PIPELINE_VAR_NETNUT_TOKEN_FORMER=" + OLD,
            "AZURE_DEVOPS_EXT_PIPELINE_VAR_NETNUT_TOKEN=fake-token-2");
  }

  @ParameterizedTest
  @CsvSource({
    "gitlab, dash, 302", "gitlab, dash, 401", "gitlab, bash, 500",
    "jenkins, dash, 302", "jenkins, bash, 401", "jenkins, dash, 500",
    "kubernetes, bash, 302", "kubernetes, dash, 401", "kubernetes, dash, 500",
  })
  void a_store_that_does_not_say_200_is_a_failure(String server, String shell, int response)
      throws Exception {
    status = response;

    var result = run(shell, "renew.sh", server);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output())
        .contains(
            "Tried to reach NETNUT_TOKEN_FORMER in the secret store, but the response was "
                + response);
  }

  /** Ended as a CI server does, in the login or in the request with this number. */
  @ParameterizedTest
  @CsvSource({
    "dash, gitlab, 0", "dash, gitlab, 1", "dash, gitlab, 2", "dash, gitlab, 3",
    "bash, gitlab, 0", "bash, gitlab, 2", "dash, jenkins, 2", "dash, kubernetes, 1",
    "dash, kubernetes, 4",
  })
  void a_script_that_is_ended_leaves_no_file_and_says_so(String shell, String server, int request)
      throws Exception {
    hangsAt = request;
    set("mode", request == 0 ? "hangs" : "up");

    var process = begin(shell, "renew.sh", server);
    assertThat(arrived.tryAcquire(Math.max(request, 1), 60, TimeUnit.SECONDS)).isTrue();
    var commands = process.descendants().map(child -> child.info().toString()).toList();

    assertThat(endAsAServer(process).status()).isEqualTo(143);
    assertThat(commands)
        .isNotEmpty()
        .allSatisfy(command -> assertThat(command).doesNotContain(PASSWORD, "fake-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void a_job_that_is_ended_leaves_no_token(String shell) throws Exception {
    set("mode", "hangs");

    var process = begin(shell, "job.sh", "github");
    assertThat(arrived.tryAcquire(60, TimeUnit.SECONDS)).isTrue();

    assertThat(endAsAServer(process).status()).isEqualTo(143);
  }

  @Test
  void hourly_runs_log_in_every_six_hours_with_strict_verification() throws Exception {
    assertThat(failuresIn(13)).isZero();

    assertThat(logins()).isEqualTo(3);
    assertThat(Files.readString(directory.resolve("maven"))).contains("-Dnetnut.verify=strict");
  }

  @Test
  void two_runs_that_are_lost_in_a_row_and_a_stuck_one_cost_three_hours() throws Exception {
    passHours(2);
    set("mode", "hangs");
    var stuck = begin("dash", "renew.sh", "github");
    assertThat(arrived.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
    assertThat(endAsAServer(stuck).status()).isEqualTo(143);
    assertThat(now).containsEntry("NETNUT_TOKEN", OLD);
    passHours(1);
    set("mode", "up");

    assertThat(renew().status()).isZero();

    passHours(0);
    assertThat(now).containsEntry("NETNUT_TOKEN", "fake-token-2");
    assertThat(now).containsEntry("NETNUT_TOKEN_EXPIRES_AT", "2026-11-30T03:17:00Z");
  }

  @Test
  void after_an_outage_of_13_hours_the_next_run_renews_and_the_token_has_not_ended()
      throws Exception {
    set("mode", "down");
    assertThat(failuresIn(13)).isEqualTo(13);
    assertThat(Instant.parse(now.get("NETNUT_TOKEN_EXPIRES_AT")))
        .isAfter(START.plus(Duration.ofHours(13)));
    set("mode", "up");

    assertThat(failuresIn(2)).isZero();

    assertThat(logins()).isEqualTo(14);
  }

  @Test
  void a_refused_password_is_sent_once_until_somebody_says_now() throws Exception {
    set("mode", "refused");
    assertThat(failuresIn(3)).isEqualTo(3);
    assertThat(logins()).isEqualTo(1);
    assertThat(now)
        .containsEntry("NETNUT_TOKEN", OLD)
        .containsEntry("NETNUT_TOKEN_EXPIRES_AT", "refused");
    assertThat(renew().output()).contains("Did not log in", "'refused'", "Set it to 'now'");
    assertThat(run("dash", "watch.sh", "github").output())
        .contains("Nobody renews the token: NETNUT_TOKEN_EXPIRES_AT is 'refused'.");
    set("mode", "up");
    now.put("NETNUT_TOKEN_EXPIRES_AT", "now");

    assertThat(renew().status()).isZero();

    assertThat(logins()).isEqualTo(2);
  }

  @Test
  void a_rollback_brings_the_former_token_back_and_pauses() throws Exception {
    now.put("NETNUT_TOKEN_EXPIRES_AT", "rollback");

    assertThat(failuresIn(2)).isEqualTo(1);

    assertThat(logins()).isZero();
    assertThat(now)
        .containsEntry("NETNUT_TOKEN", "fake-token-former")
        .containsEntry("NETNUT_TOKEN_EXPIRES_AT", "paused");
  }

  @Test
  void an_unknown_word_in_place_of_the_expiry_does_not_log_in() throws Exception {
    now.put("NETNUT_TOKEN_EXPIRES_AT", "pause");

    assertThat(renew().status()).isNotZero();

    assertThat(logins()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-29T08:18:00Z, 0, ''",
    "2026-11-29T08:16:00Z, 1, 'in 7 hours'",
    "2026-11-28T08:16:00Z, 1, 'in -16 hours'",
    "now, 1, 'in 0 hours'",
    "'', 1, 'Nobody renews the token'",
    "paused, 1, 'Nobody renews the token'",
  })
  void the_watch_fails_when_less_than_8_hours_are_left(String expiry, int fails, String message)
      throws Exception {
    now.put("NETNUT_TOKEN_EXPIRES_AT", expiry);

    var result = run("dash", "watch.sh", "github");

    assertThat(result.status()).isEqualTo(fails);
    assertThat(result.output()).contains(message);
    assertThat(Files.readString(directory.resolve("maven")).contains(":check"))
        .isEqualTo(fails == 0);
  }
}
