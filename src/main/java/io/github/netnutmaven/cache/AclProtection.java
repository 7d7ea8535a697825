package io.github.netnutmaven.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Access control lists, on Windows: what is made is its owner's alone. Owners are not compared
 * there, for what an administrator makes may belong to all administrators.
 */
final class AclProtection implements Protection {
  @Override
  public FileAttribute<?>[] folder(Path path) throws IOException {
    return ownerAlone(path, EnumSet.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT));
  }

  @Override
  public FileAttribute<?>[] file(Path path) throws IOException {
    return ownerAlone(path, Set.of());
  }

  @Override
  public BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public Optional<String> flawOfFolder(Path path, BasicFileAttributes attributes) {
    return Optional.empty();
  }

  @Override
  public Optional<String> flawOfFile(Path path, BasicFileAttributes attributes) {
    return Optional.empty();
  }

  private static FileAttribute<?>[] ownerAlone(Path path, Set<AclEntryFlag> flags)
      throws IOException {
    var me =
        path.getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(System.getProperty("user.name"));
    var entry =
        AclEntry.newBuilder()
            .setType(AclEntryType.ALLOW)
            .setPrincipal(me)
            .setPermissions(EnumSet.allOf(AclEntryPermission.class))
            .setFlags(flags)
            .build();
    return new FileAttribute<?>[] {new AclAttribute(List.of(entry))};
  }

  private static final class AclAttribute implements FileAttribute<List<AclEntry>> {
    private final List<AclEntry> entries;

    AclAttribute(List<AclEntry> entries) {
      this.entries = entries;
    }

    @Override
    public String name() {
      return "acl:acl";
    }

    @Override
    public List<AclEntry> value() {
      return entries;
    }
  }
}
