package io.github.netnutmaven.testkit;

import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.session.Build;
import io.github.netnutmaven.session.SystemTiming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.execution.ProjectDependencyGraph;
import org.apache.maven.lifecycle.internal.MojoDescriptorCreator;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.io.DefaultSettingsReader;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** A build for unit tests of the goals: the session of the test harness, filled with content. */
public class BuildFixture {
  private static final PluginDescriptor PLUGIN = plugin();

  public final Settings settings = new Settings();
  public final List<MavenProject> modules = new ArrayList<>();
  public final MavenExecutionResult result = new DefaultMavenExecutionResult();
  public final RecordingLog log = new RecordingLog();
  public final Map<String, String> environment = new HashMap<>();

  private final MavenSession session;

  public BuildFixture(MavenSession session, int moduleCount) {
    this.session = session;
    for (int i = 0; i < moduleCount; i++) {
      var module = new MavenProject();
      module.setGroupId("com.example");
      module.setArtifactId("module-" + i);
      module.setVersion("1");
      modules.add(module);
    }
    lenient()
        .doReturn(MavenRepositorySystemUtils.newSession())
        .when(session)
        .getRepositorySession();
    lenient().doReturn(settings).when(session).getSettings();
    lenient().doReturn(modules).when(session).getProjects();
    lenient().doReturn(modules).when(session).getAllProjects();
    var graph = mock(ProjectDependencyGraph.class);
    lenient().doReturn(modules).when(graph).getSortedProjects();
    lenient().doReturn(graph).when(session).getProjectDependencyGraph();
    lenient().doReturn(result).when(session).getResult();
    if (session.getSystemProperties() == null) {
      lenient().doReturn(new Properties()).when(session).getSystemProperties();
    }
    // The cache of the user who runs the tests stays untouched.
    environment.put("CI", "true");
    environment.put("XDG_CACHE_HOME", "/no/such/directory");
  }

  /** The state of the build. */
  public static Map<?, ?> facts(MavenSession session) {
    return (Map<?, ?>) session.getRepositorySession().getData().get("io.github.netnutmaven");
  }

  /** Clears the state of the build. */
  public static void forget(MavenSession session) {
    session.getRepositorySession().getData().set("io.github.netnutmaven", null);
  }

  /** Makes a module the current one; the harness sets a new project for each goal. */
  public void comeTo(int module) {
    lenient().doReturn(modules.get(module)).when(session).getCurrentProject();
  }

  /** Ends the build: calls the listener as Maven does. */
  public void end() {
    var listener = session.getRequest().getExecutionListener();
    if (listener != null) {
      listener.sessionEnded(null);
    }
  }

  /** A run of a goal. */
  public static MojoExecution run(String goal, MojoExecution.Source source) {
    return run(goal, "default", source);
  }

  /** A run of a goal in an execution with this id, without a {@code <configuration>}. */
  public static MojoExecution run(String goal, String id, MojoExecution.Source source) {
    var descriptor = PLUGIN.getMojo(goal);
    var execution = new MojoExecution(descriptor, id, source);
    execution.setConfiguration(MojoDescriptorCreator.convert(descriptor));
    return execution;
  }

  private static PluginDescriptor plugin() {
    try (var file = Files.newBufferedReader(Path.of("target/classes/META-INF/maven/plugin.xml"))) {
      return new PluginDescriptorBuilder().build(file);
    } catch (IOException | PlexusConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a goal gets from Maven in a build; its lines are not kept. */
  public static Build build(MavenSession session, MojoExecution goal) {
    return build(session, goal, name -> null, line -> {});
  }

  /** The same, with an environment, and a list of what it warns of. */
  public static Build build(
      MavenSession session,
      MojoExecution goal,
      Function<String, @Nullable String> variables,
      Consumer<Message> warn) {
    return new Build(
        session,
        goal,
        mock(SettingsDecrypter.class),
        new DefaultSettingsReader(),
        variables,
        new SystemTiming(),
        line -> {},
        line -> {},
        warn);
  }

  /** Binds a goal of this plugin in the POM of a module. */
  public PluginExecution bind(int module, String goal) {
    var execution = new PluginExecution();
    execution.addGoal(goal);
    var plugin = new Plugin();
    plugin.setGroupId("io.github.netnutmaven");
    plugin.setArtifactId("netnut-maven-plugin");
    plugin.addExecution(execution);
    modules.get(module).getBuild().addPlugin(plugin);
    return execution;
  }

  /** The {@code <configuration>} of a {@code <server>} or of a goal. */
  public static Xpp3Dom configuration(String... namesAndValues) {
    var configuration = new Xpp3Dom("configuration");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      var element = new Xpp3Dom(namesAndValues[i]);
      element.setValue(namesAndValues[i + 1]);
      configuration.addChild(element);
    }
    return configuration;
  }

  /** Adds a {@code <server>}. */
  public void account(String id, String email, String password) {
    var server = new Server();
    server.setId(id);
    server.setUsername(email);
    server.setPassword(password);
    settings.addServer(server);
  }

  public String property(int module, String name) {
    return modules.get(module).getProperties().getProperty(name);
  }

  /** Records the lines that a goal logs, each with its level. */
  public static final class RecordingLog extends SystemStreamLog {
    public final List<String> lines = new ArrayList<>();

    @Override
    public void info(CharSequence text) {
      lines.add("INFO " + text);
    }

    @Override
    public void warn(CharSequence text) {
      lines.add("WARN " + text);
    }
  }
}
