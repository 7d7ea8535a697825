package io.github.netnutmaven.leak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What any Base64 of a text that holds the secret has in common: three rows of letters, by how many
 * bytes stand before it. At both ends a letter is shared with a neighbour, so that several fit.
 */
final class Base64Encodings {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int BITS = 6;

  private Base64Encodings() {}

  /**
   * One of the three rows; for each letter, the ways in which it is written.
   *
   * @param bytes the secret, as characters of ISO-8859-1
   * @param before how many bytes stand before it, modulo 3
   */
  static List<Set<String>> of(String bytes, int before) {
    var secret = bytes.getBytes(StandardCharsets.ISO_8859_1);
    int shared = 8 * before % BITS;
    int end = 8 * secret.length;
    var row = new ArrayList<Set<String>>();
    for (int from = -shared; from < end; from += BITS) {
      row.add(letters(secret, from));
    }
    return row;
  }

  /** All letters that agree with those of their six bits that are the secret's. */
  private static Set<String> letters(byte[] secret, int from) {
    int value = 0;
    int mask = 0;
    for (int bit = from; bit < from + BITS; bit++) {
      value <<= 1;
      mask <<= 1;
      if (bit >= 0 && bit < 8 * secret.length) {
        value |= (secret[bit / 8] >> (7 - bit % 8)) & 1;
        mask |= 1;
      }
    }
    var fitting = new LinkedHashSet<String>();
    for (int letter = 0; letter < LETTERS.length(); letter++) {
      if ((letter & mask) == value) {
        fitting.addAll(spellings(LETTERS.charAt(letter)));
      }
    }
    return fitting;
  }

  private static Set<String> spellings(char letter) {
    var all = new LinkedHashSet<>(Encodings.of(letter));
    if (letter == '+') {
      all.add("-");
    } else if (letter == '/') {
      all.add("_");
    }
    return all;
  }
}
