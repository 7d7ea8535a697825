package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The message about a leak names the program that most likely wrote it. */
class LeakSourceTest {
  @ParameterizedTest
  @CsvSource({
    "target/failsafe-reports/TEST-a.B.xml, TEST_OUTPUT",
    "target/failsafe-reports/a.zip!/b.txt, TEST_OUTPUT",
    "target/reports.zip!/TEST-a.B.xml, TEST_OUTPUT",
    "target/profile.jfr, JVM_DUMP",
    "target/java_pid17.hprof, JVM_DUMP",
    "target/dumps.zip!/java_pid17.hprof, JVM_DUMP",
    "target/jib-image.tar!/config.json, IMAGE",
    "target/image.tar!/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef.json, IMAGE",
    "target/image.tar.gz!/image.tar!/config.json, IMAGE",
    "target/oci.tar!/blobs/sha256/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef,"
        + " IMAGE",
    "target/jib-image.tar!/1.tar.gz!/1.tar!/app/classes/app.yml, FILTERED_RESOURCE",
    "target/docker/a/tmp/docker-build.tar!/Dockerfile, IMAGE",
    "target/docker/a/build/Dockerfile, IMAGE",
    "target/karate.log, HTTP_RECORDING",
    "target/karate-reports/a.karate-json.txt, HTTP_RECORDING",
    "target/newman.json, HTTP_RECORDING",
    "newman/collection-1.json, HTTP_RECORDING",
    "allure-results/0a-attachment.html, HTTP_RECORDING",
    "src/test/resources/mappings/a.json, HTTP_RECORDING",
    "target/test-classes/__files/a.json, HTTP_RECORDING",
    "target/0a1b/jmeter/bin/user.properties, JMETER_PROPERTIES",
    "target/checkout/.git/objects/0a/1b!/1b, GIT_OBJECT",
    "target/a.jar!/config.json, FILTERED_RESOURCE",
    "target/classes/META-INF/build-info.properties, BUILD_INFO",
    "target/a.jar!/BOOT-INF/classes/META-INF/build-info.properties, BUILD_INFO",
    "target/classes/git.properties, BUILD_INFO",
    "target/effective-pom.xml, INTERPOLATED_POM",
    "the interpolated POM, INTERPOLATED_POM",
    "target/classes/app.yml, FILTERED_RESOURCE",
    "classes/app.properties, FILTERED_RESOURCE",
    "target/test-classes/app.yml, FILTERED_RESOURCE",
    "target/a.war!/WEB-INF/lib/b.jar!/c.properties, FILTERED_RESOURCE",
    "pom.xml, POM",
    ".flattened-pom.xml, POM",
    "target/a-1.pom, POM",
    "target/a.jar!/META-INF/maven/com.example/a/pom.xml, POM",
    "target/a.jar!/META-INF/maven/com.example/a/pom.properties, FILTERED_RESOURCE",
    "target/all.PROPERTIES, PROPERTIES_FILE",
    "target/it.log.1, LOG",
    "target/logs/a, LOG",
    "target/odd.bin, OTHER",
  })
  void a_location_has_this_likely_source(String path, LeakSource source) {
    var parts = path.split("!/", -1);
    var location = Location.of(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      location = location.entry(parts[i]);
    }

    assertThat(LeakSource.of(location)).isEqualTo(source);
  }

  @ParameterizedTest
  @CsvSource({
    "SYSTEM_PROPERTY, as an environment variable",
    "TEST_OUTPUT, do not print the secret",
    "IMAGE, when the container starts",
    "INTERPOLATED_POM, from the POM",
    "HTTP_RECORDING, Mask the header Authorization",
    "JMETER_PROPERTIES, Use a tokenFile",
  })
  void the_remedy_fits_the_source(LeakSource source, String words) {
    assertThat(source.remedy()).contains(words);
  }
}
