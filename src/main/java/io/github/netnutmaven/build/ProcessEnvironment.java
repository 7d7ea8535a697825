package io.github.netnutmaven.build;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables of the process. Maven 3 puts {@code -Denv.X} of a project's {@code
 * .mvn} among its {@code env.} properties, so those are not the environment.
 *
 * <p>In a daemon (mvnd) they are the client's variables: before each build its {@code EnvHelper}
 * sets the daemon's environment to that of the client.
 */
public final class ProcessEnvironment implements Function<String, @Nullable String> {
  @Override
  public @Nullable String apply(String name) {
    return System.getenv(name);
  }
}
