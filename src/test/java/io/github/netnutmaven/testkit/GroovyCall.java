package io.github.netnutmaven.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.Phases;

/**
 * A call in a Groovy script, which is parsed but never run.
 *
 * @param name the method; {@code =} for an assignment; for other expressions their text
 * @param values the positional arguments, as text
 * @param options the named arguments, as text
 * @param inside the calls in the closure and the lists
 */
public record GroovyCall(
    String name, List<String> values, Map<String, String> options, List<GroovyCall> inside) {

  /** Parses a script that is one call, as a declarative pipeline is. */
  public static GroovyCall parse(String script) {
    var unit = new CompilationUnit();
    unit.addSource("Jenkinsfile", script);
    unit.compile(Phases.CONVERSION);
    var calls = statements(unit.getAST().getModules().get(0).getStatementBlock());
    if (calls.size() != 1) {
      throw new IllegalArgumentException("More than a pipeline: " + calls);
    }
    return calls.get(0);
  }

  /** The only call with this name in it. */
  public GroovyCall only(String wanted) {
    var found = inside.stream().filter(each -> each.name.equals(wanted)).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException("Not one " + wanted + " in " + this);
    }
    return found.get(0);
  }

  private static List<GroovyCall> statements(Statement block) {
    return ((BlockStatement) block)
        .getStatements().stream()
            .map(each -> of(((ExpressionStatement) each).getExpression()))
            .toList();
  }

  private static GroovyCall of(Expression expression) {
    var values = new ArrayList<String>();
    var options = new LinkedHashMap<String, String>();
    var inside = new ArrayList<GroovyCall>();
    if (expression instanceof MethodCallExpression call) {
      for (var argument : ((TupleExpression) call.getArguments()).getExpressions()) {
        if (argument instanceof ClosureExpression closure) {
          inside.addAll(statements(closure.getCode()));
        } else if (argument instanceof ListExpression list) {
          list.getExpressions().forEach(each -> inside.add(of(each)));
        } else if (argument instanceof MapExpression map) {
          map.getMapEntryExpressions()
              .forEach(
                  each ->
                      options.put(
                          each.getKeyExpression().getText(), each.getValueExpression().getText()));
        } else {
          values.add(argument.getText());
        }
      }
      return new GroovyCall(call.getMethodAsString(), values, options, inside);
    }
    if (expression instanceof BinaryExpression binary
        && binary.getOperation().getText().equals("=")) {
      values.add(binary.getLeftExpression().getText());
      values.add(binary.getRightExpression().getText());
      return new GroovyCall("=", values, options, inside);
    }
    return new GroovyCall(expression.getText(), values, options, inside);
  }
}
