package io.github.netnutmaven.leak;

import io.github.netnutmaven.secret.MultiPatternMatcher;
import io.github.netnutmaven.secret.SafeText;
import io.github.netnutmaven.secret.Secret;
import io.github.netnutmaven.secret.Unescaper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Makes names of files and entries fit for messages: they may contain a secret or a command. */
final class RedactedNames {
  private static final String REDACTED = "(a name that contains it)";

  private final MultiPatternMatcher matcher;
  private final String[] secrets;

  RedactedNames(MultiPatternMatcher matcher, List<Secret> secrets) {
    this.matcher = matcher;
    this.secrets = secrets.stream().map(Secret::value).toArray(String[]::new);
  }

  /** The secrets that a name contains. */
  Matches matches(String name) {
    var bytes = name.getBytes(StandardCharsets.UTF_8);
    var unescaped = new byte[bytes.length];
    var matches = new Matches();
    matcher.search(bytes, bytes.length, matches);
    matcher.search(unescaped, Unescaper.append(bytes, 0, bytes.length, unescaped, 0), matches);
    return matches;
  }

  /** A path for a message, in which each name that contains a secret is replaced. */
  String redact(Location location) {
    var path =
        Arrays.stream(location.toString().split("/", -1))
            .map(name -> matches(name).isEmpty() ? SafeText.oneLine(name, secrets) : REDACTED)
            .collect(Collectors.joining("/"));
    return matches(path).isEmpty() ? path : REDACTED;
  }
}
