/**
 * What a build remembers between goals: tokens, failed logins, warnings, the files and properties
 * that have the token, the sandbox. It is one map in Maven's session data, so nothing survives into
 * the next build of a long-lived JVM. This package knows only the JDK; {@code session.Build} gets
 * the map from Maven.
 */
@NullMarked
package io.github.netnutmaven.state;

import org.jspecify.annotations.NullMarked;
