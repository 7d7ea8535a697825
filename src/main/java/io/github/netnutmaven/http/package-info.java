/**
 * The API over HTTP. Only this package uses HttpClient and HttpCore, which read and write HTTP/1.1.
 * It uses none of what HttpClient does on top of that: retries, redirects, cookies, authentication,
 * decompression, and the wire log, which would print passwords.
 */
@NullMarked
package io.github.netnutmaven.http;

import org.jspecify.annotations.NullMarked;
