package io.github.netnutmaven.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Responses in files. {@code GET/customer/usage.json} responds to {@code GET /customer/usage}, and
 * {@code GET/customer/usage.404.json} does so with that status, even if the other exists. The files
 * are read at each call, so that a test can change them.
 */
final class CannedResponses {
  /** A path whose segments are names of files on every system, and neither "." nor "..". */
  private static final Pattern PATH =
      Pattern.compile("(?!(?:.*/)?\\.\\.?(?:/|$))[\\w.~@+,=-]+(?:/[\\w.~@+,=-]+)*");

  private final Supplier<Collection<Path>> directories;

  CannedResponses(Supplier<Collection<Path>> directories) {
    this.directories = directories;
  }

  /**
   * The response to a call.
   *
   * @param path the path below the base address; a slash at its end does not count
   * @param hasToken whether the call has a good token
   */
  SandboxResponse find(String method, String path, boolean hasToken) throws IOException {
    var name = path.replaceFirst("/$", "");
    if (!PATH.matcher(name).matches()) {
      return SandboxResponse.failure(404, "Not found: no file can respond to such a path");
    }
    var expected = method + "/" + name;
    for (var directory : directories.get()) {
      var response = find(directory, expected, hasToken);
      if (response != null) {
        return response;
      }
    }
    var where =
        directories.get().stream().findFirst().map(Path::toString).orElse("src/test/netnut");
    return SandboxResponse.failure(
        404, "Not found: put the response into " + where + "/" + expected + ".json");
  }

  private static @Nullable SandboxResponse find(Path directory, String expected, boolean hasToken)
      throws IOException {
    var base = directory.resolve(expected);
    var parent = base.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      return null;
    }
    var name =
        Pattern.compile(Pattern.quote(base.getFileName() + ".") + "(?:([1-5]\\d\\d)\\.)?json");
    try (var files = Files.list(parent)) {
      // A name with a status is before the one without.
      var found =
          files
              .filter(each -> name.matcher(String.valueOf(each.getFileName())).matches())
              .sorted()
              .findFirst()
              .orElse(null);
      if (found == null) {
        return null;
      }
      if (!hasToken) {
        return SandboxResponse.failure(401, "Invalid token");
      }
      var relative = directory.relativize(found);
      if (!found.toRealPath().equals(directory.toRealPath().resolve(relative))) {
        return SandboxResponse.failure(404, "Not found: " + found + " is a link, or below one");
      }
      var status = name.matcher(found.getFileName().toString());
      return new SandboxResponse(
          status.matches() && status.group(1) != null ? Integer.parseInt(status.group(1)) : 200,
          new String(Files.readAllBytes(found), StandardCharsets.UTF_8));
    }
  }
}
