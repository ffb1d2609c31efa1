package org.leafinventory.nix;

import org.leafinventory.model.Architecture;

/** What Nix calls the kinds of Macs. */
final class NixSystem {

  private NixSystem() {}

  static String of(Architecture architecture) {
    return switch (architecture) {
      case ARM64 -> "aarch64-darwin";
      case X86_64 -> "x86_64-darwin";
    };
  }
}
