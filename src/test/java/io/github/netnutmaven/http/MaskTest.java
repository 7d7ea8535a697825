package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.HttpProxy;
import io.github.netnutmaven.testkit.FixedTiming;
import io.github.netnutmaven.testkit.LeakSearch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.junit.jupiter.api.Test;

class MaskTest {
  @Test
  void objects_that_hold_a_secret_do_not_print_it() throws Exception {
    var granted = new BasicClassicHttpResponse(200);
    granted.setEntity(
        new ByteArrayEntity(
            Wire.GRANTED.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
    var response = RawResponse.read(granted);
    var proxy = new HttpProxy("proxy.invalid", 8080, Wire.TOKEN, Wire.PASSWORD, "here");
    var status = new StatusFailures(ApiUrl.DEFAULT, proxy, new FixedTiming());

    assertThat(response.parse().token()).isEqualTo(Wire.TOKEN);
    assertThat(
            List.of(
                response,
                response.parse(),
                proxy,
                new HttpOptions(Duration.ZERO, 0, null, proxy),
                status))
        .allSatisfy(
            each ->
                assertThat(
                        new LeakSearch(List.of(Wire.PASSWORD, Wire.TOKEN))
                            .text(each.getClass().getSimpleName(), each.toString())
                            .found())
                    .isEmpty());
  }
}
