package io.github.netnutmaven.output;

import java.util.List;
import java.util.Properties;

/** The modules of a build, whose properties can receive the token. */
public interface Modules {
  /** The id of the module that the goal runs in. */
  String current();

  /** The properties of the command line and of Java, which hide those of a module. */
  List<Properties> typedProperties();

  /**
   * The properties that this goal may write. Write them while you hold the {@linkplain
   * io.github.netnutmaven.state.BuildState#lock lock} of the build.
   *
   * @param everywhere those of all modules that no other thread uses, or of the current one only
   */
  List<Properties> properties(boolean everywhere);
}
