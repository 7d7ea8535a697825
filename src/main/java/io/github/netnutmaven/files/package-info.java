/**
 * Files that a secret goes into, for the packages that write some: the cache and the outputs. It
 * knows the JDK alone, and not what is in the files.
 */
@NullMarked
package io.github.netnutmaven.files;

import org.jspecify.annotations.NullMarked;
