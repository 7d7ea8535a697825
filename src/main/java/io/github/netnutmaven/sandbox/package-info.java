/**
 * An embedded Customers API for builds without an account: both calls, on loopback, as the API's
 * OpenAPI description has them. It knows nothing of Maven and of the client.
 */
@NullMarked
package io.github.netnutmaven.sandbox;

import org.jspecify.annotations.NullMarked;
