/**
 * Tokens between builds: one file per account in a folder of the user's own.
 *
 * <p>What holds, whatever happens to the folder:
 *
 * <ul>
 *   <li>A file is owner-only from its creation, written beside and moved into place, so that a
 *       reader sees a whole old record or a whole new one. It gets a token only if the file system
 *       has made it so. No symbolic link is followed to it, and nothing but a regular file is
 *       opened.
 *   <li>Only files with the whole name of one that the cache makes are ever removed: the folder may
 *       hold others' files, too.
 *   <li>Its name is a hash of address and e-mail, never of the password: that would let anybody who
 *       can list the folder try passwords. It is not encrypted: a key beside it protects nothing.
 *   <li>What is corrupt is a miss. What is foreign, or open to others, is a miss with a warning.
 *       What cannot be written costs a login per build and a warning, never the build.
 *   <li>Who logs in holds a lock: in this JVM through a system property that stands only while it
 *       is held (the one thing that all class loaders share), beyond it through a lock on a file
 *       beside the token's, which is never deleted, for a lock on a deleted file excludes nobody.
 *       Both are waited for by asking again, for a bounded time.
 * </ul>
 */
@NullMarked
package io.github.netnutmaven.cache;

import org.jspecify.annotations.NullMarked;
