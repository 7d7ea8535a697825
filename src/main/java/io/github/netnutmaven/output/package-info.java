/** Where a token goes once it is good. Plain types only: who has a project gives its properties. */
@NullMarked
package io.github.netnutmaven.output;

import org.jspecify.annotations.NullMarked;
