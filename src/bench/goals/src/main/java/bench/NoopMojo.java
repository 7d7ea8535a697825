package bench;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Mojo;

/** Does nothing: what any goal at all costs. */
@Mojo(name = "noop", requiresProject = false, threadSafe = true)
public final class NoopMojo extends AbstractMojo {
  @Override
  public void execute() {}
}
