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
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.library.Architectures;
import java.io.IOException;
import java.net.Authenticator;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.NullMarked;

/** Which way the arrows point, and what nobody may do. */
@AnalyzeClasses(
    packages = "io.github.netnutmaven",
    importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoGeneratedHelp.class})
class ArchitectureTest {
  private static final String ROOT = "io.github.netnutmaven.";

  static final class NoGeneratedHelp implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("HelpMojo");
    }
  }

  @ArchTest
  static final ArchRule goals_put_the_parts_together_and_the_parts_do_not_know_each_other =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("mojo")
          .definedBy(ROOT + "mojo")
          .layer("build")
          .definedBy(ROOT + "build")
          .layer("http")
          .definedBy(ROOT + "http")
          .layer("files")
          .definedBy(ROOT + "files")
          .layer("cache")
          .definedBy(ROOT + "cache")
          .layer("config")
          .definedBy(ROOT + "config")
          .layer("output")
          .definedBy(ROOT + "output")
          .layer("leak")
          .definedBy(ROOT + "leak")
          .layer("sandbox")
          .definedBy(ROOT + "sandbox")
          .layer("auth")
          .definedBy(ROOT + "auth")
          .whereLayer("mojo")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("build")
          .mayOnlyBeAccessedByLayers("mojo")
          .whereLayer("http")
          .mayOnlyBeAccessedByLayers("mojo", "build")
          .whereLayer("files")
          .mayOnlyBeAccessedByLayers("mojo", "build", "cache", "output")
          .whereLayer("files")
          .mayNotAccessAnyLayer()
          .whereLayer("cache")
          .mayOnlyBeAccessedByLayers("mojo", "build")
          .whereLayer("config")
          .mayOnlyBeAccessedByLayers("mojo", "build")
          .whereLayer("output")
          .mayOnlyBeAccessedByLayers("mojo", "build")
          .whereLayer("leak")
          .mayOnlyBeAccessedByLayers("mojo", "build")
          .whereLayer("sandbox")
          .mayOnlyBeAccessedByLayers("mojo", "build")
          .whereLayer("sandbox")
          .mayNotAccessAnyLayer()
          .whereLayer("auth")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule the_domain_knows_the_jdk_alone =
      classes()
          .that()
          .resideInAPackage(ROOT + "auth")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", ROOT + "auth", "org.jspecify.annotations");

  @ArchTest
  static final ArchRule the_search_for_leaks_knows_the_jdk_and_the_domain_alone =
      classes()
          .that()
          .resideInAPackage(ROOT + "leak")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", ROOT + "leak", ROOT + "auth", "org.jspecify.annotations");

  @ArchTest
  static final ArchRule maven_is_known_to_goals_build_and_config_alone =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "mojo", ROOT + "build", ROOT + "config")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.maven..", "org.eclipse.aether..", "org.codehaus.plexus..");

  @ArchTest
  static final ArchRule http_client_is_known_to_http_alone =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "http")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.hc..");

  @ArchTest
  static final ArchRule json_is_known_to_client_and_sandbox_alone =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "http", ROOT + "sandbox")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml..");

  @ArchTest
  static final ArchRule no_package_needs_itself_through_another =
      slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

  @ArchTest
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

  @ArchTest
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
          .orShould(use(SSLContext.class, "setDefault"))
          .orShould(use(Runtime.class, "addShutdownHook"));

  @ArchTest
  static final ArchRule nobody_prints_past_mavens_log =
      noClasses().should(use(System.class, "out", "err"));

  @ArchTest
  static final ArchRule time_and_environment_come_in_through_constructors =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "mojo", ROOT + "build")
          .should(use(System.class, "nanoTime", "currentTimeMillis", "getenv"))
          .orShould(use(Instant.class, "now"))
          .orShould(use(LocalDate.class, "now"))
          .orShould(use(LocalDateTime.class, "now"))
          .orShould(use(Clock.class, "systemUTC", "systemDefaultZone", "system"));

  /** What Maven calls {@code env.X} is the project's word, too: see {@code ProcessEnvironment}. */
  @ArchTest
  static final ArchRule one_class_reads_the_environment =
      noClasses()
          .that()
          .doNotHaveSimpleName("ProcessEnvironment")
          .should(use(System.class, "getenv"))
          .orShould(use(ProcessBuilder.class, "environment"));

  /** A project can write all of it: what is read there vouches for nothing, so nothing is read. */
  @ArchTest
  static void nobody_reads_the_projects_mvn_folder_or_mavens_copy_of_the_environment(
      JavaClasses production) throws IOException {
    var literal = Pattern.compile("\"(?:env\\.[^\"\n]*|[^\"\n]*\\.mvn[^\"\n]*)\"");
    assertThat(literal.matcher("a(\"env.X\")").find()).isTrue();
    assertThat(literal.matcher("a(\".mvn/maven.config\")").find()).isTrue();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      var sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources)
          .hasSizeGreaterThan(100)
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file)).as("%s", file).doesNotContainPattern(literal));
    }
  }

  /** HttpClient's own connections write every byte to the log that {@code mvn -X} turns on. */
  @ArchTest
  static final ArchRule no_connection_is_one_that_logs =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveSimpleNameStartingWith("ManagedHttpClientConnectionFactory")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleNameStartingWith("PoolingHttpClientConnectionManager")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleNameStartingWith("BasicHttpClientConnectionManager");

  /** The text that the compiler makes for a record shows all of it, and is final. */
  @ArchTest
  static void a_record_with_a_secret_has_a_text_of_its_own(JavaClasses production) {
    var secretive =
        production.stream()
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

  @ArchTest
  static void every_package_marks_its_nulls(JavaClasses production) {
    assertThat(production.getPackage("io.github.netnutmaven").getSubpackages())
        .hasSizeGreaterThanOrEqualTo(7)
        .allSatisfy(
            (JavaPackage each) ->
                assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue());
  }

  /** A call, a field, or a reference such as {@code System::nanoTime}. */
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
