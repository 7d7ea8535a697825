/**
 * What needs Maven's session: its settings, its modules, the sandbox and the end of a build, and
 * the terminal. It puts the packages below together for the goals, and it must not know a goal.
 */
@NullMarked
package io.github.netnutmaven.session;

import org.jspecify.annotations.NullMarked;
