/**
 * What a secret looks like in a text: its encodings, a search for all of them at once, and texts
 * and streams without it.
 */
@NullMarked
package io.github.netnutmaven.secret;

import org.jspecify.annotations.NullMarked;
