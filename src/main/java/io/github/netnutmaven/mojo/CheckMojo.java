package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.BuildMemory;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.auth.Verdict;
import io.github.netnutmaven.http.JwtExpiry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Says whether the token at hand (that this build has, or that was handed over) is accepted, where
 * it and the account come from, and for how much longer it is good. It never logs in; it fails the
 * build if there is no token, if the API does not accept it, or if that cannot be found out.
 *
 * @since 1.0.0
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class CheckMojo extends ApiMojo {
  private final Clock clock = Clock.systemUTC();

  /** Made by Maven. */
  @Inject
  CheckMojo(MavenSession session, SettingsDecrypter decrypter) {
    super(session, decrypter);
  }

  @Override
  String name() {
    return "check";
  }

  @Override
  void ask() throws AuthException {
    var target = target(Optional.empty());
    var token = atHand(target);
    if (token.isEmpty()) {
      if (target.source().isEmpty()) {
        withoutCredentials(target);
        return;
      }
      throw new UserMistakeException(
          "Looked for a token of "
              + target.account()
              + ", but this build has none. Run netnut:login before netnut:check, in the same"
              + " build.");
    }
    tell(target, token.get());
    try (var api = open(target, new SystemPace())) {
      require(api.check(token.get().value()), target, token.get());
    }
    getLog().info("Checked the token: it is accepted.");
  }

  private Optional<AccessToken> atHand(Target target) throws AuthException {
    var remembered = new BuildMemory(BuildData.of(session)).remembered(target.account());
    return remembered.isPresent()
        ? remembered
        : handedOver().map(h -> h.token(JwtExpiry.of(h.value())));
  }

  /** The whole story, for who has to find out why it does not work. */
  private void tell(Target target, AccessToken token) throws UserMistakeException {
    var log = getLog();
    log.info("token:    from " + token.source() + ", ends " + ends(token));
    log.info(
        "account:  "
            + target
                .source()
                .map(
                    source ->
                        target.account().shortEmail()
                            + ", from "
                            + source
                            + "; password "
                            + source.howKept())
                .orElse(target.absence()));
    log.info(
        "address:  "
            + target.url()
            + ", from "
            + target.address().source()
            + "; trusted: "
            + target.trust());
    log.info("proxy:    " + proxy(target).map(Object::toString).orElse("none"));
  }

  private void require(Verdict verdict, Target target, AccessToken token) throws ServiceException {
    var tried = "Checked the token at " + target.url() + ", but ";
    switch (verdict.kind()) {
      case ACCEPTED -> {}
      case REFUSED ->
          throw new ServiceException(
              tried
                  + "it was refused ("
                  + verdict.reason()
                  + "). It is from "
                  + token.source()
                  + " and ends "
                  + ends(token)
                  + ". Run netnut:login again, or hand over a good one.");
      case UNKNOWN -> throw new ServiceException(tried + "no answer decides: " + verdict.reason());
    }
  }

  private String ends(AccessToken token) {
    if (token.endsAt().isEmpty()) {
      return "at a time that it does not tell";
    }
    var left = Duration.between(clock.instant(), token.endsAt().get());
    return token.shownEnd()
        + (left.isNegative()
            ? ", which is over"
            : ", in " + left.toHours() + " h " + left.toMinutesPart() + " min");
  }
}
