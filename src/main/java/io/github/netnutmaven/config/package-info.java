/**
 * Reads the account and the proxy from Maven's {@code settings.xml} and from the environment. Only
 * the {@code <server>} in use is read, and its password is decrypted only when a login is due.
 */
@NullMarked
package io.github.netnutmaven.config;

import org.jspecify.annotations.NullMarked;
