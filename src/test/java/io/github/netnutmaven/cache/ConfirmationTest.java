package io.github.netnutmaven.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.testkit.TestTiming;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The time of the API's last confirmation, in the files of the cache. */
@Timeout(60)
class ConfirmationTest extends CacheFixture {
  @Test
  void a_confirmation_is_found_by_another_build_in_a_private_file() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    cache.confirm(ACCOUNT, TOKEN.verified(NOW));

    assertThat(cacheIn(directory).find(ACCOUNT)).hasValue(TOKEN.verified(NOW));
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(directory.toFile().list()).hasSize(2);
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_confirmation_neither_replaces_a_new_token_nor_brings_a_forgotten_one_back() {
    cache.keep(ACCOUNT, token("fake-new"));
    cache.confirm(ACCOUNT, TOKEN.verified(NOW));
    assertThat(cache.find(ACCOUNT)).hasValue(token("fake-new"));

    cache.forget(ACCOUNT);
    cache.confirm(ACCOUNT, TOKEN.verified(NOW));
    assertThat(cache.find(ACCOUNT)).isEmpty();
  }

  @Test
  void a_confirmation_does_not_wait_for_a_build_that_logs_in() {
    cache.keep(ACCOUNT, TOKEN);
    var turn = turn(cache);
    var timing = new TestTiming();
    cache = cacheAt(timing);

    cache.confirm(ACCOUNT, TOKEN.verified(NOW));
    assertThat(cache.find(ACCOUNT)).hasValue(TOKEN);
    assertThat(timing.waits).isEmpty();

    turn.end();
    cache.confirm(ACCOUNT, TOKEN.verified(NOW));
    assertThat(cache.find(ACCOUNT)).hasValue(TOKEN.verified(NOW));
    turn(cache).end();
    assertThat(timing.waits).isEmpty();
  }

  @Test
  void a_confirmation_is_lost_without_a_warning_if_nothing_can_be_locked() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    Files.createDirectory(directory.resolve(HASH + ".lock"));

    cache.confirm(ACCOUNT, TOKEN.verified(NOW));

    assertThat(cache.find(ACCOUNT)).hasValue(TOKEN);
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_confirmation_creates_neither_a_directory_nor_a_file_in_an_unsafe_one() throws IOException {
    cache.confirm(ACCOUNT, TOKEN.verified(NOW));
    assertThat(home).isEmptyDirectory();

    setMode(Files.createDirectory(directory), "rwxrwxrwx");
    cache.confirm(ACCOUNT, TOKEN.verified(NOW));
    assertThat(directory).isEmptyDirectory();
  }
}
