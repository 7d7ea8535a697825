/**
 * The goals. Each gathers its parameters, calls the packages below, and reports; here alone the
 * parts are put together, with {@code new}, and here alone Maven's session is known.
 *
 * <p>What a build has to remember between goals (tokens, failures, warnings, the sandbox) hangs in
 * one map in Maven's session data ({@link io.github.netnutmaven.mojo.BuildData}). It ends with the
 * build, so nothing survives into the next build of a long-lived JVM.
 */
@NullMarked
package io.github.netnutmaven.mojo;

import org.jspecify.annotations.NullMarked;
