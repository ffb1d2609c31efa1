package org.leafinventory.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the key of one host is judged.
 *
 * @param userFiles known_hosts files, the first of which takes new keys
 * @param globalFiles further ones
 * @param hashed whether names of new keys are written hashed
 */
record HostKeySetup(
    KnownName name,
    List<Path> userFiles,
    List<Path> globalFiles,
    HostKeyPolicy policy,
    boolean hashed) {

  List<Path> files() {
    return Stream.concat(userFiles.stream(), globalFiles.stream()).toList();
  }
}
