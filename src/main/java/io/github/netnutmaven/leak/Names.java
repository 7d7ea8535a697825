package io.github.netnutmaven.leak;

import io.github.netnutmaven.auth.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Shows the names of files and entries: others chose them, and they may hold a secret. */
final class Names {
  private static final String HIDDEN = "(a name that holds it)";

  private final StreamSearch search;
  private final String[] secrets;

  Names(MultiPatternMatcher index) {
    this.search = new StreamSearch(index);
    this.secrets = index.secrets().stream().map(Secret::value).toArray(String[]::new);
  }

  /** What a name holds. */
  Matches matches(String name) {
    var bytes = name.getBytes(StandardCharsets.UTF_8);
    search.feed(bytes, 0, bytes.length);
    return search.finish();
  }

  /** A place as it may be shown. */
  String shown(Location place) {
    return shown(place.toString());
  }

  /** A path as it may be shown: whole, but for what repeats a secret. */
  String shown(String path) {
    var shown =
        Arrays.stream(path.split("/", -1))
            .map(name -> matches(name).isEmpty() ? SafeText.oneLine(name, secrets) : HIDDEN)
            .collect(Collectors.joining("/"));
    return matches(shown).isEmpty() ? shown : HIDDEN;
  }
}
