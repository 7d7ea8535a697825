/**
 * An embedded Customers API on the loopback address, for builds without an account. It has both
 * calls of the API's OpenAPI description, and knows nothing of Maven or of the client.
 */
@NullMarked
package io.github.netnutmaven.sandbox;

import org.jspecify.annotations.NullMarked;
