package io.github.netnutmaven.output;

import java.util.List;
import java.util.Properties;
import java.util.function.Function;

/**
 * The modules of a build, whose properties can receive the token.
 *
 * @param current the id of the module that the goal runs in
 * @param typed the properties of the command line and of Java, which hide those of a module
 * @param writable the properties that this goal may write: those of all modules that no other
 *     thread uses, or of the current one only
 */
public record Modules(
    String current, List<Properties> typed, Function<Boolean, List<Properties>> writable) {}
