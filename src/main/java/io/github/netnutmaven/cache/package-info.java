/**
 * Keeps tokens between builds: one file for each account, in a directory of the user.
 *
 * <p>Whatever happens to the directory:
 *
 * <ul>
 *   <li>Only the owner can use a file, from its creation. It is written under another name and then
 *       moved, so readers see the whole old record or the whole new one. It gets a token only if
 *       the file system really made it private. Symbolic links are not followed, and only regular
 *       files are opened.
 *   <li>The cache removes only files whose whole name is one that it uses, because other programs
 *       may have files in the same directory.
 *   <li>The name of a file is a hash of address and e-mail, never of the password: anyone who can
 *       list the directory could test passwords against that. The content is not encrypted, because
 *       a key beside it would protect nothing.
 *   <li>A corrupt file is ignored. A file that belongs to another user, or that others can use, is
 *       ignored with a warning. A file that cannot be written causes a warning and a login in every
 *       build, but no build fails because of it.
 *   <li>A build that logs in holds a lock. Within a JVM the lock is a system property, because all
 *       class loaders share those; it exists only while the lock is held. Between processes it is a
 *       lock on a file beside the token's file. That file is never deleted, because a lock on a
 *       deleted file excludes nobody. Both locks are waited for by polling, for a limited time.
 * </ul>
 */
@NullMarked
package io.github.netnutmaven.cache;

import org.jspecify.annotations.NullMarked;
