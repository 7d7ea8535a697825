/**
 * Finds secrets in what a build was given and made: in properties, files and archives, and in every
 * encoding that a build may write them in. It knows nothing of Maven, needs little memory however
 * large the files are, and says where a secret is, but never shows it.
 */
@NullMarked
package io.github.netnutmaven.leak;

import org.jspecify.annotations.NullMarked;
