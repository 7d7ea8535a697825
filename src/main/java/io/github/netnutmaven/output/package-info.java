/**
 * Writes a good token where the user wants it: properties, files, the mask of a CI server, the
 * environment of a program; and the result of a check. It knows nothing of Maven, which the caller
 * hands in as {@link Modules}.
 */
@NullMarked
package io.github.netnutmaven.output;

import org.jspecify.annotations.NullMarked;
