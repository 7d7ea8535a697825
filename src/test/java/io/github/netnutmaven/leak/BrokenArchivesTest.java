package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Archives that are broken at random, by many hundreds. */
@Timeout(120)
class BrokenArchivesTest {
  private static final String TOKEN = "fake-token-for-tests";
  private static final byte[] LEAK =
      Planted.bytes("nothing here\n".repeat(50) + "token=" + TOKEN + "\n".repeat(50));

  @TempDir private Path base;

  @Test
  void however_an_archive_is_broken_it_is_no_failure() throws IOException {
    var jar = Planted.zip(new String[] {"é", "b", "c.zip"}, Planted.zip("d", LEAK));
    var tar = Planted.gzip(Planted.tar("b", jar));
    var random = new Random(2);
    var search = new LeakSearch(List.of(new Secret("the token", TOKEN)), base);
    for (var whole : List.of(jar, tar)) {
      for (int i = 0; i < 300; i++) {
        var broken = Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(whole.length) : whole.length);
        for (int flips = random.nextInt(4); flips > 0 && broken.length > 0; flips--) {
          broken[random.nextInt(broken.length)] = (byte) random.nextInt();
        }
        search.file(Files.write(base.resolve("broken.bin"), broken));
      }
    }
    assertThat(search.report().warnings())
        .hasSize(21)
        .allMatch(l -> l.startsWith("broken.bin") || l.startsWith("and "));
  }
}
