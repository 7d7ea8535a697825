/**
 * The goals. Each turns its parameters into one validated request, calls the packages below, and
 * reports; it must not know how requests travel, nor how files are read or written.
 */
@NullMarked
package io.github.netnutmaven.mojo;

import org.jspecify.annotations.NullMarked;
