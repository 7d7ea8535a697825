package io.github.netnutmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.state.BuildState;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenFilesTest {
  private static final Set<String> ONE = Set.of("fake-token-one");

  @TempDir private Path directory;
  private final WrittenFiles files = new WrittenFiles(new BuildState(new ConcurrentHashMap<>()));

  @Test
  void a_token_is_removed_from_every_file_and_variable_and_only_once() throws Exception {
    var env = directory.resolve("env");
    var outputs =
        List.of(
            new TokenFile(directory.resolve("file")), new EnvFile(env, "A"), new EnvFile(env, "B"));
    for (var output : outputs) {
      files.write(token("fake-token-one"), ApiUrl.DEFAULT, output);
    }

    assertThat(files.remove(ONE)).isTrue();
    assertThat(directory.resolve("file")).doesNotExist();
    assertThat(env).content().isBlank();
    assertThat(files.remove(ONE)).isFalse();

    for (var output : outputs) {
      files.write(token("fake-token-one"), ApiUrl.DEFAULT, output);
      assertThat(files.remove(ONE)).isTrue();
    }
  }

  @Test
  void a_file_with_a_newer_token_keeps_it() throws Exception {
    var file = new TokenFile(directory.resolve("file"));
    files.write(token("fake-token-one"), ApiUrl.DEFAULT, file);
    files.write(token("fake-token-two"), ApiUrl.DEFAULT, file);

    assertThat(files.remove(ONE)).isFalse();
    assertThat(file.path()).hasContent("fake-token-two");
  }

  private static AccessToken token(String value) {
    return new AccessToken(value, null, AccessToken.Source.LOGIN);
  }
}
