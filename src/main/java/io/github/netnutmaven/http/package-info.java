/**
 * The API over HTTP. HttpClient lives only here, stripped of all that it does by itself (retries,
 * redirects, cookies, authentication, decompression, and the wire log, which would print
 * passwords), and so does what a response may and may not be.
 */
@NullMarked
package io.github.netnutmaven.http;

import org.jspecify.annotations.NullMarked;
