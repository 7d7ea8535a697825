package io.github.netnutmaven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import io.github.netnutmaven.testkit.SourceFiles;
import java.io.IOException;
import java.net.Authenticator;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may use which, and what no class may do. */
class ArchitectureTest {
  private static final String ROOT = "io.github.netnutmaven.";

  private static final String MAVEN =
      "org.apache.maven org.eclipse.aether org.codehaus.plexus javax.inject";

  /** The packages that do not know each other. */
  private static final String MIDDLE = "http cache config output leak sandbox ";

  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .withImportOption(location -> !location.contains("HelpMojo"))
          .importPackages("io.github.netnutmaven");

  static Stream<Named<ArchRule>> rules() throws IllegalAccessException {
    var rules = new ArrayList<Named<ArchRule>>();
    for (var field : ArchitectureTest.class.getDeclaredFields()) {
      if (field.get(null) instanceof ArchRule rule) {
        rules.add(Named.of(field.getName(), rule));
      }
    }
    assertThat(rules).hasSizeGreaterThan(9);
    return rules.stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void follows(ArchRule rule) {
    rule.check(PRODUCTION);
  }

  /** What each package may use beside itself and the JDK: packages of ours, and of libraries. */
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("auth", ""),
          Map.entry("state", ""),
          Map.entry("files", ""),
          Map.entry("process", ""),
          Map.entry("secret", "auth"),
          Map.entry("http", "auth secret org.apache.hc com.fasterxml org.slf4j"),
          Map.entry("cache", "auth files"),
          Map.entry("config", "auth files process secret " + MAVEN),
          Map.entry("output", "auth state files process secret"),
          Map.entry("leak", "auth state secret"),
          Map.entry("sandbox", "auth org.apache.hc com.fasterxml"),
          Map.entry("session", "auth state files secret " + MIDDLE + MAVEN),
          Map.entry("mojo", "auth state files process secret session " + MIDDLE + MAVEN));

  static Stream<String> packages() {
    return PRODUCTION.getPackage("io.github.netnutmaven").getSubpackages().stream()
        .map(JavaPackage::getRelativeName);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void a_package_uses_only_what_it_may(String name) {
    var known =
        Stream.of(KNOWN.get(name).split(" "))
            .filter(each -> !each.isEmpty())
            .map(each -> each.contains(".") ? each + ".." : ROOT + each);
    var all =
        Stream.concat(known, Stream.of(ROOT + name, "java..", "javax.net..", "org.jspecify.."));
    classes()
        .that()
        .resideInAPackage(ROOT + name)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(all.toArray(String[]::new))
        .check(PRODUCTION);
  }

  static final ArchRule packages_have_no_cycles =
      slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

  static final ArchRule nothing_outlives_a_build_in_a_static_field =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .andShould()
          .notHaveRawType(JavaClass.Predicates.assignableTo(Collection.class))
          .andShould()
          .notHaveRawType(JavaClass.Predicates.assignableTo(Map.class))
          .andShould()
          .notHaveRawType(JavaClass.Predicates.resideInAPackage("java.util.concurrent.."));

  static final ArchRule nothing_of_the_whole_jvm_is_changed =
      noClasses()
          .should(
              use(
                  System.class,
                  "setProperty",
                  "setProperties",
                  "clearProperty",
                  "setOut",
                  "setErr"))
          .orShould(use(Authenticator.class, "setDefault"))
          .orShould(use(ProxySelector.class, "setDefault"))
          .orShould(use(SSLContext.class, "setDefault"));

  /**
   * The first also ends a program with the JVM, and removes its hook when the program has ended.
   */
  static final ArchRule only_two_classes_start_programs =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.(?:process\\.Program|output\\.TokenProgram)")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(ProcessBuilder.class)
          .orShould(use(Runtime.class, "exec", "addShutdownHook"));

  /** Its lock is one of them: only those are the same for the class loaders of all builds. */
  static final ArchRule only_the_lock_of_this_jvm_changes_system_properties =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(ROOT + "cache.LoginLock")
          .should(use(System.class, "getProperties"));

  /** What may wait, without the monitors, which no method holds for long. */
  private static final Pattern WAIT =
      Pattern.compile(
          String.join(
              "|",
              "java\\.lang\\.(?:Object\\.wait|Thread\\.(?:join|sleep)|Process\\.waitFor)",
              "java\\.util\\.concurrent\\..*\\.(?:acquire|await|exchange|invoke|lock|park|timed)\\w*",
              "java\\.util\\.concurrent\\..*\\.(?:join|poll|sleep|take|tryLock)",
              "java\\.util\\.concurrent\\.\\w*Future\\.get",
              "java\\.io\\.Console\\.read\\w+",
              "java\\.net\\.(?:ServerSocket\\.accept|Socket\\.connect)",
              "java\\.nio\\.channels\\.FileChannel\\.lock",
              "io\\.github\\.netnutmaven\\.auth\\.Timing\\.sleep"));

  /** A wait of 5 seconds or more needs a line, best by {@code Deadline}, and a test of it. */
  @Test
  void only_these_methods_wait() {
    assertThat(
            PRODUCTION.stream()
                .flatMap(each -> each.getAccessesFromSelf().stream())
                .filter(access -> WAIT.matcher(target(access)).matches())
                .map(
                    access ->
                        access.getOriginOwner().getName() + "." + access.getOrigin().getName())
                .map(origin -> origin.substring(ROOT.length()))
                .distinct())
        .containsExactlyInAnyOrder(
            // Deadline says what they wait for.
            "auth.BuildTokens.isDoneWithin",
            "auth.Deadline.sleep",
            "http.Transport$Exchange.endsWithin",
            // A moment, in a loop that asks Deadline.
            "cache.LoginLock.hasWaited",
            "config.PasswordCommand.password",
            // A line or a question comes first: for a program, until Ctrl-C, for a person.
            "mojo.SandboxRunMojo.run",
            "output.TokenProgram.pass",
            "output.TokenProgram.run",
            "output.TokenProgram.runMasked",
            "session.PromptedAccount.credentials",
            // A login that is done.
            "auth.BuildTokens.await",
            "auth.BuildTokens.tokenIn",
            // What Timing does, the sandbox's own threads, and their end, within 5 seconds.
            "session.SystemTiming.sleep",
            "sandbox.SandboxServer.accept",
            "sandbox.SandboxServer.close");
  }

  private static String target(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }

  /** {@code Message} makes each value in them printable. */
  static final ArchRule only_messages_get_into_the_log_and_into_failures =
      noClasses()
          .that()
          .doNotHaveSimpleName("NetnutMojo")
          .should(use(Log.class, "debug", "info", "warn", "error"))
          .orShould(use(MojoFailureException.class, "<init>"))
          .orShould(use(MojoExecutionException.class, "<init>"));

  static final ArchRule nothing_is_printed_past_mavens_log =
      noClasses()
          .that()
          .doNotHaveSimpleName("StandardStreams")
          .should(use(System.class, "out", "err"));

  static final ArchRule time_and_environment_come_in_through_constructors =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "mojo", ROOT + "session")
          .should(use(System.class, "nanoTime", "currentTimeMillis", "getenv"))
          .orShould(use(Instant.class, "now"))
          .orShould(use(Clock.class, "systemUTC", "systemDefaultZone", "system"));

  /** A project can set Maven's {@code env.X} as well. */
  static final ArchRule one_class_reads_the_environment =
      noClasses().that().doNotHaveSimpleName("NetnutMojo").should(use(System.class, "getenv"));

  /** A project can write both, so neither makes an address trusted. */
  @Test
  void no_class_reads_the_projects_mvn_directory_or_mavens_copy_of_the_environment()
      throws IOException {
    var literal = Pattern.compile("\"(?:env\\.[^\"\n]*|[^\"\n]*\\.mvn[^\"\n]*)\"");
    assertThat(SourceFiles.below("src/main/java", ".*\\.java"))
        .hasSizeGreaterThan(100)
        .allSatisfy(
            file ->
                assertThat(Files.readString(file)).as("%s", file).doesNotContainPattern(literal));
  }

  static final ArchRule apache_httpclient_sends_the_requests =
      classes()
          .that()
          .haveSimpleName("ApiConnection")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(CloseableHttpClient.class);

  static final ArchRule one_class_makes_the_sockets_and_no_other_client_sends =
      noClasses()
          .that()
          // The sandbox accepts, and does not connect.
          .haveNameNotMatching(".*\\.(?:ApiConnection|SandboxServer(?:\\$.*)?)")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Socket.class, SSLSocket.class, URLConnection.class, HttpClient.class);

  /** That method asks whether the address is trusted before it makes the API, or gives it away. */
  @Test
  void every_request_goes_through_the_one_method_that_asks_whether_the_address_is_trusted() {
    var lazy = PRODUCTION.get(ROOT + "session.LazyApi");
    var gate = lazy.getMethod("api");
    assertThat(gate.getMethodCallsFromSelf())
        .anyMatch(call -> call.getTarget().getName().equals("requireSafe"));
    assertThat(PRODUCTION.get(ROOT + "http.HttpAuthApi").getConstructors())
        .flatMap(JavaConstructor::getCallsOfSelf)
        .extracting(JavaAccess::getOrigin)
        .containsOnly(gate);
    assertThat(lazy.getField("api").getAccessesToSelf())
        .extracting(access -> access.getOrigin().getName())
        .containsOnly("api", "close");
    // Whatever else sends is package-private, and there is no other way to it. HttpClient itself
    // asks for its loggers.
    assertThat(PRODUCTION.that(JavaClass.Predicates.resideInAPackage(ROOT + "http")))
        .filteredOn(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
        .extracting(JavaClass::getSimpleName)
        .containsExactlyInAnyOrder("HttpAuthApi", "Json", "JwtExpiry", "SilentLoggers");
  }

  /** The compiler generates a final toString that shows every component. */
  @Test
  void a_record_with_a_secret_has_a_handwritten_to_string() {
    var secretive =
        PRODUCTION.stream()
            .filter(JavaClass::isRecord)
            .filter(each -> each.getFields().stream().anyMatch(ArchitectureTest::isSecret))
            .toList();

    assertThat(secretive)
        .hasSizeGreaterThanOrEqualTo(6)
        .allSatisfy(
            each ->
                assertThat(each.getMethod("toString").getModifiers())
                    .as(each.getName())
                    .doesNotContain(JavaModifier.FINAL));
  }

  /** A record in a record shows itself. */
  private static boolean isSecret(JavaField component) {
    return !component.getRawType().isRecord()
        && Set.of("password", "token", "value", "secret", "body").contains(component.getName());
  }

  @Test
  void every_package_is_null_marked() {
    assertThat(PRODUCTION.getPackage("io.github.netnutmaven").getSubpackages())
        .hasSizeGreaterThanOrEqualTo(7)
        .allSatisfy(
            (JavaPackage each) ->
                assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue());
  }

  /** A call, a read of a field, or a method reference such as {@code System::nanoTime}. */
  private static ArchCondition<JavaClass> use(Class<?> owner, String... members) {
    var named = List.of(members);
    return ArchConditions.accessTargetWhere(
        DescribedPredicate.describe(
            "is " + owner.getSimpleName() + "." + String.join(", ", named),
            (JavaAccess<?> access) ->
                access.getTargetOwner().isEquivalentTo(owner)
                    && named.contains(access.getTarget().getName())));
  }
}
