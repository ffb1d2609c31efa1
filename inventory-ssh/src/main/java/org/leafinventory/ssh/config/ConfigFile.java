package org.leafinventory.ssh.config;

import java.nio.file.Path;

/**
 * A file to read.
 *
 * @param includeBase where the relative paths of its Include lines start
 * @param named whether somebody asked for this file: then it has to exist, and who may write it is
 *     their business
 */
public record ConfigFile(Path path, Path includeBase, boolean named) {

  /** {@code ~/.ssh/config}: may be missing, and must not be writable by others. */
  public static ConfigFile ofUser(Path sshFolder) {
    return new ConfigFile(sshFolder.resolve("config"), sshFolder, false);
  }

  /** {@code /etc/ssh/ssh_config}: may be missing. */
  public static ConfigFile ofSystem() {
    Path folder = Path.of("/etc/ssh");
    return new ConfigFile(folder.resolve("ssh_config"), folder, false);
  }

  /** A file that somebody named, as with {@code ssh -F}. */
  public static ConfigFile named(Path path, Path sshFolder) {
    return new ConfigFile(path, sshFolder, true);
  }
}
