package io.github.netnutmaven.leak;

import io.github.netnutmaven.secret.SecretPattern;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;

/** The secrets found in one location, each once, with the encoding that was found first. */
final class Matches implements ObjIntConsumer<SecretPattern> {
  private final Map<String, String> encodings = new LinkedHashMap<>();

  @Override
  public void accept(SecretPattern pattern, int offset) {
    encodings.putIfAbsent(pattern.secret().name(), pattern.encoding());
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
