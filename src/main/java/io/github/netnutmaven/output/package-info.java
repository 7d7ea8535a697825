/**
 * Writes a good token where the user wants it: properties, files, the mask of a CI server. It knows
 * nothing of Maven: the caller passes the properties of the projects.
 */
@NullMarked
package io.github.netnutmaven.output;

import org.jspecify.annotations.NullMarked;
