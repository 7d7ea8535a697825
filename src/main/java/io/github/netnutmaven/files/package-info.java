/**
 * Opens and writes files that contain a secret, for the cache, the outputs and the accounts. It
 * knows only the JDK, and not what is in the files.
 */
@NullMarked
package io.github.netnutmaven.files;

import org.jspecify.annotations.NullMarked;
