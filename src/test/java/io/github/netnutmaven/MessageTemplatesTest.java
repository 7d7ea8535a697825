package io.github.netnutmaven;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import io.github.netnutmaven.testkit.SourceFiles;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Each {@code {}} in a message has its value, and each value its {@code {}}. A template is a
 * literal, so that no value gets into a message past {@link io.github.netnutmaven.auth.Message}.
 */
class MessageTemplatesTest {
  private static final Pattern MESSAGE =
      Pattern.compile(
          "(?:.*\\.)?(?:(?:UserMistake|Service)Exception|Message\\.of"
              + "|userMistake|transientFault|transientFailure|failed|wrongResponse)");

  /** These have a duration before the template. */
  private static final Pattern MESSAGE_WITH_DURATION =
      Pattern.compile("(?:.*\\.)?ResponseException\\.(?:transientFaultAfter|throttled)");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{}");

  @Test
  void every_message_is_a_literal_with_as_many_values_as_placeholders() throws IOException {
    var sources = SourceFiles.below("src/main/java", ".*\\.java");
    var files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
    var messages = new Messages(files.getJavaFileObjectsFromPaths(sources));

    assertThat(messages.wrong).isEmpty();
    assertThat(messages.count).isGreaterThan(90);
  }

  @Test
  void a_message_without_a_literal_or_with_too_few_or_too_many_values_is_noticed()
      throws IOException {
    var source =
        """
        class A {
          String template = "{}";
          AuthException good = new UserMistakeException("a {}" + " b {}", 1, 2);
          AuthException named = new ServiceException(template, 1);
          AuthException passedOn = transientFault(other, values);
          AuthException joined = new UserMistakeException("a {}" + x, 1);
          AuthException few = new auth.ServiceException("{}, {}", 1);
          Exception many = ResponseException.throttled(wait, "{}", 1, 2);
        }
        """;
    var file =
        new SimpleJavaFileObject(URI.create("string:///A.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };

    assertThat(new Messages(List.of(file)).wrong)
        .containsExactly("\"a {}\" + x", "\"{}, {}\"", "\"{}\"");
  }

  /** Counts the messages in sources, and collects the templates that are wrong. */
  private static final class Messages extends TreeScanner<Void, Void> {
    private final Map<String, ExpressionTree> variables = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int count;

    private Messages(Iterable<? extends JavaFileObject> sources) throws IOException {
      var compiler = ToolProvider.getSystemJavaCompiler();
      scan(((JavacTask) compiler.getTask(null, null, null, null, null, sources)).parse(), null);
    }

    @Override
    public Void visitVariable(VariableTree node, Void unused) {
      if (node.getInitializer() != null) {
        variables.put(node.getName().toString(), node.getInitializer());
      }
      return super.visitVariable(node, null);
    }

    @Override
    public Void visitNewClass(NewClassTree node, Void unused) {
      add(node.getIdentifier(), node.getArguments());
      return super.visitNewClass(node, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
      add(node.getMethodSelect(), node.getArguments());
      return super.visitMethodInvocation(node, null);
    }

    private void add(ExpressionTree called, List<? extends ExpressionTree> arguments) {
      boolean hasDuration = MESSAGE_WITH_DURATION.matcher(called.toString()).matches();
      boolean isMessage = hasDuration || MESSAGE.matcher(called.toString()).matches();
      if (isMessage && !isPassedOn(arguments)) {
        count++;
        int first = hasDuration ? 1 : 0;
        var argument = arguments.get(first);
        var template = variables.getOrDefault(argument.toString(), argument);
        var placeholders = PLACEHOLDER.matcher(template.toString()).results().count();
        if (placeholders != arguments.size() - first - 1 || !isLiteral(template)) {
          wrong.add(template.toString());
        }
      }
    }

    /**
     * Whether a method passes on its own template and values, or a whole message: there its parts
     * count.
     */
    private static boolean isPassedOn(List<? extends ExpressionTree> arguments) {
      var last = arguments.isEmpty() ? "" : arguments.get(arguments.size() - 1).toString();
      return last.equals("values") || last.equals("message") || last.startsWith("Message.of");
    }

    private static boolean isLiteral(Tree text) {
      return text instanceof BinaryTree sum
          ? isLiteral(sum.getLeftOperand()) && isLiteral(sum.getRightOperand())
          : text instanceof LiteralTree;
    }
  }
}
