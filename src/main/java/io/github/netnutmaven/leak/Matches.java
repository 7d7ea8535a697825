package io.github.netnutmaven.leak;

import io.github.netnutmaven.secret.MultiPatternMatcher;
import io.github.netnutmaven.secret.SecretPattern;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The secrets found in one location, each once, with the encoding that was found first. */
final class Matches implements MultiPatternMatcher.Found {
  private final Map<String, String> encodings = new LinkedHashMap<>();

  @Override
  public void at(int offset, SecretPattern pattern) {
    encodings.putIfAbsent(pattern.secret().name(), pattern.encoding());
  }

  /** Removes the secrets with these names. */
  void remove(Set<String> names) {
    for (var name : names) {
      encodings.remove(name);
    }
  }

  /** The names of the secrets. */
  Set<String> names() {
    return encodings.keySet();
  }

  boolean isEmpty() {
    return encodings.isEmpty();
  }

  /** The secrets for a message, such as {@code the token, in Base64}. */
  @Override
  public String toString() {
    return encodings.entrySet().stream()
        .map(match -> match.getKey() + match.getValue())
        .collect(Collectors.joining(" and "));
  }
}
