package io.github.netnutmaven.secret;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Passes a stream on while it is written, line by line, with {@code ***} in place of the secrets.
 * It finds a secret in every encoding and with every escape that leak-check finds, however the
 * stream is divided. All other bytes stay as they are.
 *
 * <p>What may be the beginning of a secret waits for what follows. Its memory is limited.
 */
public final class MaskedStream {
  private static final byte[] MASK = "***".getBytes(StandardCharsets.US_ASCII);
  private static final int STEP = 1 << 16;

  /** A shorter beginning of a secret does not wait: a prompt may end with it by chance. */
  private static final int LONG = 4;

  private final MultiPatternMatcher matcher;
  private final InputStream source;
  private final OutputStream target;

  /** What was read, from the beginning of what may be a secret. */
  private final byte[] text;

  private int length;

  /** How many bytes of the text were passed on. */
  private int passed;

  private final UnescapedText unescaped;

  /**
   * @param matcher finds the secrets
   */
  public MaskedStream(MultiPatternMatcher matcher, InputStream source, OutputStream target) {
    this.matcher = matcher;
    this.source = source;
    this.target = target;
    this.text = new byte[STEP + Unescaper.LONGEST_ESCAPE * matcher.maxBytes()];
    this.unescaped = new UnescapedText(text);
  }

  /**
   * Reads what is available, and passes on the whole lines.
   *
   * @return whether there was anything
   */
  public boolean pass() throws IOException {
    int count = source.read(text, length, Math.min(source.available(), text.length - length));
    if (count <= 0) {
      return false;
    }
    length += count;
    unescaped.append(length);
    var begun = begun();
    if (length < text.length) {
      pass(endOfLine(begun.from), begun.from);
    } else {
      // There is no more room: what is too long for a secret is none.
      int end = begun.from == 0 ? length : begun.from;
      pass(end, end);
    }
    return true;
  }

  private int endOfLine(int end) {
    int line = end;
    while (line > passed && text[line - 1] != '\n') {
      line--;
    }
    return line;
  }

  /** Passes on a part of a line, such as a prompt, because nothing has followed it for a while. */
  public void passPart() throws IOException {
    if (passed < length) {
      var begun = begun();
      pass(begun.bytes < LONG ? length : begun.from, begun.from);
    }
  }

  /** Passes on the rest. The beginning of a secret is masked, too. */
  public void end() throws IOException {
    var begun = begun();
    boolean isCutOff = begun.bytes >= Secret.SHORTEST;
    pass(isCutOff ? begun.from : length, 0);
    if (isCutOff && passed == begun.from) {
      target.write(MASK);
      target.flush();
    }
  }

  /** Passes on the text up to an offset, and forgets it up to another, or less. */
  private void pass(int end, int forgotten) throws IOException {
    var secrets = secrets();
    int start = passed;
    while (passed < end) {
      if (secrets.get(passed)) {
        target.write(MASK);
        passed = secrets.nextClearBit(passed);
      } else {
        int secret = secrets.nextSetBit(passed);
        int plain = secret < 0 ? end : Math.min(end, secret);
        target.write(text, passed, plain - passed);
        passed = plain;
      }
    }
    if (passed > start) {
      target.flush();
    }
    // A secret whose first bytes have passed stays whole, to be found again.
    int whole = secrets.get(passed) ? secrets.previousClearBit(passed) + 1 : passed;
    forget(Math.min(whole, forgotten));
  }

  private void forget(int count) {
    if (count > 0) {
      length -= count;
      passed -= count;
      System.arraycopy(text, count, text, 0, length);
      unescaped.reset(length);
    }
  }

  /** The bytes of the text that belong to a secret. */
  private BitSet secrets() {
    var secrets = new BitSet();
    matcher.search(
        text, length, (pattern, offset) -> secrets.set(offset, offset + pattern.bytes().length));
    matcher.search(
        unescaped.bytes(),
        unescaped.length(),
        (pattern, offset) ->
            secrets.set(unescaped.start(offset), unescaped.end(offset + pattern.bytes().length)));
    return secrets;
  }

  /**
   * The beginning of a secret at the end of the text.
   *
   * @param from where it begins; the end of the text if there is none
   * @param bytes how many bytes of the secret it has
   */
  private record Begun(int from, int bytes) {}

  private Begun begun() {
    int bytes = matcher.begun(text, length);
    int from = length - bytes;
    // The end may also be the beginning of an escape, within each of which there may be another.
    int last = unescaped.length();
    for (int end = last; end >= Math.max(0, last - Unescaper.LONGEST_ESCAPE); end--) {
      if (end == last || Unescaper.isSpecial(unescaped.bytes()[end])) {
        int begun = matcher.begun(unescaped.bytes(), end);
        if (begun > 0 || !unescaped.isLine()) {
          from = Math.min(from, unescaped.start(end - begun));
        }
        bytes = Math.max(bytes, begun);
      }
    }
    return new Begun(from, bytes);
  }
}
