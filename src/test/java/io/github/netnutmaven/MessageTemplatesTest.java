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
  void every_message_has_as_many_values_as_placeholders() throws IOException {
    var sources = SourceFiles.below("src/main/java", ".*\\.java");
    var files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
    var messages = messages(files.getJavaFileObjectsFromPaths(sources));

    assertThat(messages)
        .hasSizeGreaterThan(90)
        .allMatch(Message::isComplete)
        .allMatch(Message::isLiteral);
  }

  @Test
  void a_missing_and_a_superfluous_value_are_noticed() throws IOException {
    var source =
        """
        class A {
          AuthException one = new UserMistakeException("a {}" + x + " b {}", 1, 2);
          AuthException two = new auth.ServiceException("{}, {}", 1);
          AuthException three = ServiceException.transientFailure("{}", 1, 2);
          AuthException four = new UserMistakeException("none", x);
          String template = "{}";
          AuthException five = new ServiceException(template, 1);
          String six = Message.of("{}");
          Exception seven = ResponseException.throttled(wait, "{}", 1, 2);
          Exception eight = wrongResponse("{}", 1, 2);
          Exception nine = transientFault(template, values);
          AuthException ten = new UserMistakeException(message);
        }
        """;
    var file =
        new SimpleJavaFileObject(URI.create("string:///A.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };

    assertThat(messages(List.of(file)))
        .extracting(Message::isComplete)
        .containsExactly(true, false, false, false, true, false, false, false);
    assertThat(messages(List.of(file)))
        .extracting(Message::isLiteral)
        .containsExactly(false, true, true, true, true, true, true, true);
  }

  private static List<Message> messages(Iterable<? extends JavaFileObject> sources)
      throws IOException {
    var task = ToolProvider.getSystemJavaCompiler().getTask(null, null, null, null, null, sources);
    var messages = new ArrayList<Message>();
    var scanner =
        new TreeScanner<Void, Void>() {
          private final Map<String, ExpressionTree> variables = new HashMap<>();

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
            if (isPassedOn(arguments)) {
              return;
            }
            boolean hasDuration = MESSAGE_WITH_DURATION.matcher(called.toString()).matches();
            if (hasDuration || MESSAGE.matcher(called.toString()).matches()) {
              int first = hasDuration ? 1 : 0;
              var argument = arguments.get(first);
              var template = variables.getOrDefault(argument.toString(), argument);
              var placeholders = PLACEHOLDER.matcher(template.toString()).results().count();
              messages.add(new Message(template, placeholders, arguments.size() - first - 1));
            }
          }
        };
    scanner.scan(((JavacTask) task).parse(), null);
    return messages;
  }

  /**
   * Whether a method passes on its own template and values, or a whole message: there its parts
   * count.
   */
  private static boolean isPassedOn(List<? extends ExpressionTree> arguments) {
    var last = arguments.isEmpty() ? "" : arguments.get(arguments.size() - 1).toString();
    return last.equals("values") || last.equals("message") || last.startsWith("Message.of");
  }

  private record Message(ExpressionTree template, long placeholders, int values) {
    boolean isComplete() {
      return placeholders == values;
    }

    boolean isLiteral() {
      return isLiteral(template);
    }

    private static boolean isLiteral(Tree text) {
      return text instanceof BinaryTree sum
          ? isLiteral(sum.getLeftOperand()) && isLiteral(sum.getRightOperand())
          : text instanceof LiteralTree;
    }
  }
}
