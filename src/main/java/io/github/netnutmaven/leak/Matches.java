package io.github.netnutmaven.leak;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which secrets were found in one place; each is told once, in the form that came first. */
final class Matches {
  private final Map<String, String> forms = new LinkedHashMap<>();

  boolean has(SecretPattern pattern) {
    return forms.containsKey(pattern.secret().name());
  }

  void add(SecretPattern pattern) {
    forms.putIfAbsent(pattern.secret().name(), pattern.form());
  }

  /** Takes those out that were told already. */
  void remove(Set<String> names) {
    forms.keySet().removeAll(names);
  }

  Set<String> names() {
    return forms.keySet();
  }

  boolean isEmpty() {
    return forms.isEmpty();
  }

  /** As a message says it: {@code the token, in Base64}. */
  @Override
  public String toString() {
    return forms.entrySet().stream()
        .map(hit -> hit.getKey() + hit.getValue())
        .collect(Collectors.joining(" and "));
  }
}
