package io.github.netnutmaven.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.CachedToken;
import io.github.netnutmaven.testkit.FixedTiming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When the API last confirmed a token, as the files of a cache keep it. */
@Timeout(60)
class ConfirmationTest {
  private static final FixedTiming PACE = new FixedTiming();
  private static final Instant NOW = PACE.now();
  private static final Account ACCOUNT = new Account(ApiUrl.DEFAULT, "me@example.com");
  private static final CachedToken TOKEN =
      new CachedToken("fake-token", NOW, NOW.plus(Duration.ofHours(24)));

  @TempDir Path home;

  private final List<String> warnings = new ArrayList<>();
  private Path folder;
  private FileTokenCache cache;

  @BeforeEach
  void a_cache_that_is_not_there_yet() {
    folder = home.resolve("cache");
    cache = anotherBuilds();
  }

  private FileTokenCache anotherBuilds() {
    return new FileTokenCache(folder, PACE, warnings::add);
  }

  private static CachedToken confirmed(CachedToken token) {
    return new CachedToken(token.value(), token.issuedAt(), token.expiresAt(), NOW);
  }

  @Test
  void is_found_by_another_build() {
    cache.keep(ACCOUNT, TOKEN);
    cache.confirm(ACCOUNT, confirmed(TOKEN));

    assertThat(anotherBuilds().find(ACCOUNT)).hasValue(confirmed(TOKEN));
    assertThat(warnings).isEmpty();
  }

  @Test
  void is_kept_with_a_new_token() {
    cache.keep(ACCOUNT, confirmed(TOKEN));

    assertThat(anotherBuilds().find(ACCOUNT)).hasValue(confirmed(TOKEN));
  }

  @Test
  void of_a_token_that_was_replaced_is_lost_and_the_new_token_is_not() {
    var newToken = new CachedToken("fake-new", NOW, NOW.plus(Duration.ofHours(24)));
    cache.keep(ACCOUNT, TOKEN);
    anotherBuilds().keep(ACCOUNT, newToken);

    cache.confirm(ACCOUNT, confirmed(TOKEN));

    assertThat(cache.find(ACCOUNT)).hasValue(newToken);
  }

  @Test
  void of_a_token_that_was_forgotten_does_not_bring_it_back() {
    cache.keep(ACCOUNT, TOKEN);
    anotherBuilds().forget(ACCOUNT);

    cache.confirm(ACCOUNT, confirmed(TOKEN));

    assertThat(cache.find(ACCOUNT)).isEmpty();
  }

  @Test
  void is_lost_without_a_wait_while_another_build_is_getting_a_token() {
    cache.keep(ACCOUNT, TOKEN);
    var turn = anotherBuilds().turn(ACCOUNT, Duration.ofSeconds(10), () -> false);
    cache =
        new FileTokenCache(
            folder,
            new FixedTiming() {
              @Override
              public void sleep(Duration time) {
                throw new AssertionError("nobody waits");
              }
            },
            warnings::add);

    cache.confirm(ACCOUNT, confirmed(TOKEN));
    assertThat(cache.find(ACCOUNT)).hasValue(TOKEN);

    turn.end();
    cache.confirm(ACCOUNT, confirmed(TOKEN));
    assertThat(cache.find(ACCOUNT)).hasValue(confirmed(TOKEN));
    cache.turn(ACCOUNT, Duration.ofSeconds(10), () -> false).end();
  }

  @Test
  void is_lost_without_a_warning_where_nothing_can_be_locked() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    Files.createDirectory(folder.resolve(CacheKey.of(ACCOUNT).hash() + ".lock"));

    cache.confirm(ACCOUNT, confirmed(TOKEN));

    assertThat(cache.find(ACCOUNT)).hasValue(TOKEN);
    assertThat(warnings).isEmpty();
  }

  @Test
  void makes_no_folder_and_nothing_in_one_that_is_not_used() throws IOException {
    cache.confirm(ACCOUNT, confirmed(TOKEN));
    assertThat(home).isEmptyDirectory();

    Files.createDirectory(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    cache.confirm(ACCOUNT, confirmed(TOKEN));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void leaves_the_file_its_owners_alone() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    cache.confirm(ACCOUNT, confirmed(TOKEN));

    var file = folder.resolve(CacheKey.of(ACCOUNT).hash() + ".token");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder.toFile().list()).hasSize(2);
  }
}
