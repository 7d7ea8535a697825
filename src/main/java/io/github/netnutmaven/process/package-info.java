/**
 * Runs programs that a person or a project configured: splits a command into words, finds the
 * program where no project can put one, and ends it with the JVM. It knows only the JDK.
 */
@NullMarked
package io.github.netnutmaven.process;

import org.jspecify.annotations.NullMarked;
