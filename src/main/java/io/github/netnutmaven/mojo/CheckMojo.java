package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.BuildMemory;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.auth.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Says whether the token that this build has is accepted, where it came from, and for how much
 * longer it is good. It never logs in; it fails the build if there is no token, if the API does not
 * accept it, or if that cannot be found out.
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
  void ask() throws AuthException {
    var target = target();
    var token =
        new BuildMemory(BuildData.of(session))
            .remembered(target.account())
            .orElseThrow(() -> noToken(target));
    if (session.isOffline() && !target.isSandbox()) {
      throw new UserMistakeException(
          "Did not check the token at "
              + target.address().url()
              + ": Maven is offline (-o), so nobody can say whether it is accepted. Run without"
              + " -o.");
    }
    try (var api = open(target)) {
      require(api.check(token.value()), target, token);
    }
    report(target, token);
  }

  private void require(Verdict verdict, Target target, AccessToken token) throws AuthException {
    var tried = "Checked the token of " + target.account();
    switch (verdict.kind()) {
      case ACCEPTED -> {}
      case REFUSED ->
          throw new ServiceException(
              tried
                  + " (from "
                  + token.source()
                  + (token.hasEnded(clock.instant()) ? ", ended at " : ", good until ")
                  + token.endsAt().truncatedTo(ChronoUnit.SECONDS)
                  + "), but the API refused it ("
                  + verdict.reason()
                  + "). Run netnut:login again.");
      case UNKNOWN ->
          throw new ServiceException(
              tried + ", but no answer that decides came: " + verdict.reason());
    }
  }

  private void report(Target target, AccessToken token) {
    getLog().info("Checked the token of this build: it is accepted.");
    getLog().info("  account: " + target.account().shortEmail() + ", from " + target.found());
    getLog().info("  address: " + target.address().url() + ", from " + target.address().source());
    getLog().info("  source:  " + token.source());
    getLog().info("  ends:    " + ends(token));
  }

  private String ends(AccessToken token) {
    var left = Duration.between(clock.instant(), token.endsAt());
    return token.endsAt().truncatedTo(ChronoUnit.SECONDS)
        + ", in "
        + left.toHours()
        + " h "
        + left.toMinutesPart()
        + " min";
  }

  private static UserMistakeException noToken(Target target) {
    return new UserMistakeException(
        "Looked for a token of "
            + target.account()
            + ", but this build has none. Run netnut:login before netnut:check, in the same build.");
  }
}
