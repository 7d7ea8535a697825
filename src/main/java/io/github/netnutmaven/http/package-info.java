/**
 * The API over HTTP: Apache HttpClient sends, Jackson reads and writes JSON. Of what HttpClient can
 * do besides, retries, redirects, cookies, authentication and decompression are off; so is its log,
 * which would print passwords.
 */
@NullMarked
package io.github.netnutmaven.http;

import org.jspecify.annotations.NullMarked;
