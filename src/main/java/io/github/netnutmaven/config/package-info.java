/**
 * Reads what Maven's {@code settings.xml} says of the account. Only the {@code <server>} in use is
 * looked at, and its password is decrypted only when a login is due.
 */
@NullMarked
package io.github.netnutmaven.config;

import org.jspecify.annotations.NullMarked;
