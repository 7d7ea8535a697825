package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a server says, it is shown as one short line that nobody takes for a command. */
class SafeTextFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void a_text_is_shown_as_promised(FuzzedDataProvider data) {
    var secret = data.consumeString(20);
    var shown = SafeText.oneLine(data.consumeRemainingAsString(), secret);

    assertThat(shown)
        .hasSizeLessThanOrEqualTo(SafeText.MAX_LENGTH)
        .doesNotContain("::", "##")
        .matches("[^\\p{Cntrl}\u2028\u2029]*");
  }
}
