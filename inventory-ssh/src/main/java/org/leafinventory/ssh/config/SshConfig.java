package org.leafinventory.ssh.config;

import java.nio.file.Path;
import java.util.List;

/**
 * Configuration files in the order in which they count, read anew for every host.
 *
 * <p>The rules are OpenSSH's: the first value of a keyword counts, {@code Host} and {@code Match}
 * blocks pick lines, {@code Include} reads other files in place. No command is ever run: a {@code
 * Match exec} does not match.
 *
 * @param home what {@code ~} stands for
 */
public record SshConfig(List<ConfigFile> files, Path home) {

  public SshConfig {
    files = List.copyOf(files);
  }

  /**
   * What the files say of a host.
   *
   * @throws SshConfigException if a file cannot be read or makes no sense
   */
  public HostConfig resolve(HostQuery query) throws SshConfigException {
    return new Evaluation(query, home).of(files);
  }
}
