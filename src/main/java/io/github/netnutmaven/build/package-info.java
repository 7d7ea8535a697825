/**
 * What knows Maven's session: the state of a build, its modules, its settings, its sandbox, its
 * end, and the terminal. It puts the parts below together for the goals, and it must not know a
 * goal.
 *
 * <p>What a build has to remember between goals (tokens, failures, warnings, the sandbox) is in one
 * map in Maven's session data ({@link io.github.netnutmaven.build.BuildState}). It ends with the
 * build, so nothing survives into the next build of a long-lived JVM.
 */
@NullMarked
package io.github.netnutmaven.build;

import org.jspecify.annotations.NullMarked;
