/** What a secret looks like in a text: its encodings, and a search for all of them at once. */
@NullMarked
package io.github.netnutmaven.secret;

import org.jspecify.annotations.NullMarked;
