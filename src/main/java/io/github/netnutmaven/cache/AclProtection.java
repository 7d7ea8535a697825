package io.github.netnutmaven.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Access control lists, on Windows: the folder is its owner's alone, and what is made in it
 * inherits that. Owners are not compared there, for what an administrator makes may belong to all
 * of them.
 */
final class AclProtection implements Protection {
  @Override
  public void makeFolder(Path path) throws IOException {
    Files.createDirectories(path);
    var me = Files.getOwner(path);
    var entry =
        AclEntry.newBuilder()
            .setType(AclEntryType.ALLOW)
            .setPrincipal(me)
            .setPermissions(EnumSet.allOf(AclEntryPermission.class))
            .setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
            .build();
    Files.getFileAttributeView(path, AclFileAttributeView.class).setAcl(List.of(entry));
  }

  @Override
  public Optional<String> flawOfFolder(Path path, BasicFileAttributes attributes) {
    return Optional.empty();
  }
}
