package io.github.netnutmaven.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.CachedToken;
import io.github.netnutmaven.testkit.FixedTiming;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclFileAttributeView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Windows, as far as it can be had here, and file systems that keep nobody out. */
class ForeignFileSystemsTest {
  private static final FixedTiming PACE = new FixedTiming();
  private static final Account ACCOUNT = new Account(ApiUrl.DEFAULT, "me@example.com");
  private static final CachedToken TOKEN =
      new CachedToken("fake-token", PACE.now(), PACE.now().plus(Duration.ofHours(24)));

  private final List<String> warnings = new ArrayList<>();

  private static FileSystem windows(String... views) {
    return Jimfs.newFileSystem(
        Configuration.windows().toBuilder().setAttributeViews("basic", views).build());
  }

  @Test
  void on_windows_an_access_control_list_keeps_others_out() throws IOException {
    try (var windows = windows("owner", "dos", "acl")) {
      var folder = windows.getPath("C:\\Users\\me\\AppData\\Local\\netnut-maven-plugin");
      var cache = new FileTokenCache(folder, PACE, warnings::add);
      cache.turn(ACCOUNT, Duration.ofSeconds(1), () -> false).end();
      cache.keep(ACCOUNT, TOKEN);

      assertThat(cache.find(ACCOUNT)).hasValue(TOKEN);
      assertThat(warnings).isEmpty();
      assertThat(Files.getFileAttributeView(folder, AclFileAttributeView.class).getAcl())
          .singleElement()
          .satisfies(entry -> assertThat(entry.principal()).isEqualTo(Files.getOwner(folder)))
          .satisfies(entry -> assertThat(entry.flags()).contains(AclEntryFlag.FILE_INHERIT));
      assertThat(cache.forget(ACCOUNT)).isTrue();
    }
  }

  @Test
  void a_file_system_that_keeps_nobody_out_gets_no_token() throws IOException {
    try (var fat = windows()) {
      var folder = fat.getPath("C:\\cache");
      var cache = new FileTokenCache(folder, PACE, warnings::add);
      cache.keep(ACCOUNT, TOKEN);

      assertThat(cache.find(ACCOUNT)).isEmpty();
      assertThat(warnings).allMatch(line -> line.contains("keeps no others out"));
      assertThat(Files.exists(folder.resolve(CacheKey.of(ACCOUNT).hash() + ".token"))).isFalse();
    }
  }

  @Test
  void a_file_that_somebody_reads_is_replaced_when_he_is_done() throws IOException {
    var waits = new ArrayList<Duration>();
    var timing =
        new FixedTiming() {
          @Override
          public void sleep(Duration time) {
            waits.add(time);
          }
        };
    var denied = new CountingChange(4);
    CacheFile.persist(timing, denied);
    assertThat(waits).hasSize(4).containsOnly(Duration.ofMillis(50));

    var always = new CountingChange(5);
    assertThatThrownBy(() -> CacheFile.persist(timing, always))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(always.made).isEqualTo(5);
  }

  @Test
  void an_interruption_ends_the_wait_for_him_and_stays_known() {
    var timing =
        new FixedTiming() {
          @Override
          public void sleep(Duration time) throws InterruptedException {
            throw new InterruptedException();
          }
        };
    var denied = new CountingChange(4);

    assertThatThrownBy(() -> CacheFile.persist(timing, denied))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(denied.made).isEqualTo(1);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static final class CountingChange implements CacheFile.Change {
    private final int denials;
    private int made;

    CountingChange(int denials) {
      this.denials = denials;
    }

    @Override
    public void run() throws AccessDeniedException {
      if (made++ < denials) {
        throw new AccessDeniedException("in use");
      }
    }
  }
}
