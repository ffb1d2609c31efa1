package org.leafinventory.ssh.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Who else could have written a file that says where connections go. */
final class FileRights {

  private FileRights() {}

  /** Refuses a file that others may write, as OpenSSH does; where there are no such rights, not. */
  static void requireTrusted(Path file) throws SshConfigException {
    try {
      Set<PosixFilePermission> rights =
          Files.readAttributes(file, PosixFileAttributes.class).permissions();
      if (rights.contains(PosixFilePermission.GROUP_WRITE)
          || rights.contains(PosixFilePermission.OTHERS_WRITE)) {
        throw new SshConfigException(
            file.toString(),
            "may be written by others than its owner",
            "look it through, then `chmod go-w " + file + "`");
      }
    } catch (UnsupportedOperationException noSuchRights) {
      // Windows: its access lists are not looked at.
    } catch (SshConfigException e) {
      throw e;
    } catch (IOException e) {
      throw new SshConfigException(
          file.toString(), "its permissions cannot be read", "check the file system", e);
    }
  }
}
