package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Protects by access control lists, on Windows: only the owner may use the directory, and new files
 * inherit its list. A file system without such lists, for example FAT, gets no tokens. Owners are
 * not compared, because a file that an administrator creates may belong to all administrators.
 */
final class AclProtection implements Protection {
  @Override
  public void createDirectory(Path directory) throws IOException {
    Files.createDirectories(directory);
    var list = accessControlList(directory);
    if (list != null) {
      list.setAcl(
          List.of(
              AclEntry.newBuilder()
                  .setType(AclEntryType.ALLOW)
                  .setPrincipal(Files.getOwner(directory))
                  .setPermissions(AclEntryPermission.values())
                  .setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
                  .build()));
    }
  }

  @Override
  public @Nullable Message directoryProblem(Path directory) {
    return accessControlList(directory) == null
        ? Message.of("its file system does not keep other users out. Choose another cacheDirectory")
        : null;
  }

  private static @Nullable AclFileAttributeView accessControlList(Path path) {
    return Files.getFileAttributeView(path, AclFileAttributeView.class);
  }
}
