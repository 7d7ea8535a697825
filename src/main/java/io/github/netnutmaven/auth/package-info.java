/**
 * The domain: accounts, tokens, the API's address, and the way from one to the other. It knows the
 * JDK alone; how requests travel and where settings come from is for the packages around it, which
 * it reaches through ports named after the need ({@link AuthApi}).
 */
@NullMarked
package io.github.netnutmaven.auth;

import org.jspecify.annotations.NullMarked;
