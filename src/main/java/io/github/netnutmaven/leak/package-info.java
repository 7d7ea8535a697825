/**
 * Finds secrets in what a build made: in files, in what is packed in them, and in every encoding
 * that a build puts a text through. It knows nothing of Maven, streams in constant memory, and
 * never says what it found, only where.
 */
@NullMarked
package io.github.netnutmaven.leak;

import org.jspecify.annotations.NullMarked;
