package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.testkit.LeakSearch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.junit.jupiter.api.Test;

/** What holds a secret can be printed. */
class MaskTest {
  @Test
  void no_text_of_an_object_has_a_secret_in_it() throws Exception {
    var response = new BasicClassicHttpResponse(200);
    response.setEntity(
        new ByteArrayEntity(
            Wire.GRANTED.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
    var answer = RawResponse.read(response);
    var login = new HttpProxy.Login(Wire.TOKEN, Wire.PASSWORD);
    var proxy = Optional.of(new HttpProxy("proxy.invalid", 8080, Optional.of(login), "here"));
    var status = new Status(ApiUrl.DEFAULT, proxy, Instant.EPOCH);
    var objects =
        List.of(
            answer,
            answer.parse(),
            new LoginResponse(answer, Wire.CREDENTIALS, status),
            new CheckResponse(answer, Wire.TOKEN, status),
            login,
            proxy,
            new HttpOptions(Duration.ZERO, 0, null, proxy.orElse(null)),
            status);

    assertThat(objects)
        .allSatisfy(
            each ->
                assertThat(
                        new LeakSearch(List.of(Wire.PASSWORD, Wire.TOKEN))
                            .text(each.getClass().getSimpleName(), each.toString())
                            .found())
                    .isEmpty());
    assertThat(objects.subList(0, 5))
        .extracting(Object::toString)
        .containsExactly(
            "RawResponse[200]",
            "ApiResponse[success=Optional[true]]",
            "LoginResponse[RawResponse[200]]",
            "CheckResponse[RawResponse[200]]",
            "Login[]");
    assertThat(new LoginResponse(answer, Wire.CREDENTIALS, status).token()).isEqualTo(Wire.TOKEN);
  }
}
