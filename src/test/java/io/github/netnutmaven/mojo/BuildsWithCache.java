package io.github.netnutmaven.mojo;

import io.github.netnutmaven.testkit.RecordingApi;
import java.io.IOException;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Builds of one account, one after the other, with one cache. */
abstract class BuildsWithCache {
  static final String EMAIL = "me@example.com";

  @Inject MavenSession session;

  @TempDir Path home;

  RecordingApi api;
  TestBuild build;

  @BeforeEach
  void an_account() throws IOException {
    api = new RecordingApi(EMAIL, "fake-Pa55word-for-tests");
    nextBuild();
  }

  @AfterEach
  void no_server_stays() {
    api.close();
  }

  void nextBuild() {
    build = new TestBuild(session, 2);
    build.account("netnut", EMAIL, "fake-Pa55word-for-tests");
    build.comeTo(0);
  }

  <T extends AccountMojo> T ready(T goal) {
    build.ready(goal).apiUrl = api.url();
    goal.cacheDirectory = home.resolve("cache").toFile();
    if (goal instanceof ApiMojo asking) {
      asking.retries = 0;
      asking.cache = "on";
    }
    return goal;
  }
}
