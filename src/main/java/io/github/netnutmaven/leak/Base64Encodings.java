package io.github.netnutmaven.leak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The Base64 digits that every text around a secret has in common. They depend on how many bytes
 * precede the secret, modulo 3. The first and the last digit may also hold bits of a neighbour, so
 * several digits are possible there.
 */
final class Base64Encodings {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int DIGIT_BITS = 6;

  private Base64Encodings() {}

  /**
   * The digits of a secret, and for each one every way to write it.
   *
   * @param bytes the secret's bytes, as characters of ISO-8859-1
   * @param preceding how many bytes precede it, modulo 3
   */
  static List<Set<String>> of(String bytes, int preceding) {
    var secret = bytes.getBytes(StandardCharsets.ISO_8859_1);
    var digits = new ArrayList<Set<String>>();
    int firstBit = -(8 * preceding % DIGIT_BITS);
    for (int bit = firstBit; bit < 8 * secret.length; bit += DIGIT_BITS) {
      digits.add(digit(secret, bit));
    }
    return digits;
  }

  /** Every digit whose bits agree with the secret's where it has any. */
  private static Set<String> digit(byte[] secret, int from) {
    int value = 0;
    int mask = 0;
    for (int bit = from; bit < from + DIGIT_BITS; bit++) {
      value <<= 1;
      mask <<= 1;
      if (bit >= 0 && bit < 8 * secret.length) {
        value |= (secret[bit / 8] >> (7 - bit % 8)) & 1;
        mask |= 1;
      }
    }
    var encodings = new LinkedHashSet<String>();
    for (int digit = 0; digit < ALPHABET.length(); digit++) {
      if ((digit & mask) == value) {
        char character = ALPHABET.charAt(digit);
        encodings.addAll(Encodings.of(character));
        // The alphabet for URLs has two other characters.
        if (character == '+') {
          encodings.add("-");
        } else if (character == '/') {
          encodings.add("_");
        }
      }
    }
    return encodings;
  }
}
