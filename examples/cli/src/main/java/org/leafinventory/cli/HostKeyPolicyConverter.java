package org.leafinventory.cli;

import org.leafinventory.ssh.HostKeyPolicy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a host key policy from the command line. */
final class HostKeyPolicyConverter implements ITypeConverter<HostKeyPolicy> {

  static final String INSECURE = "insecure-accept-any";

  @Override
  public HostKeyPolicy convert(String value) {
    return switch (value) {
      case "strict" -> HostKeyPolicy.strict();
      case "accept-new" -> HostKeyPolicy.acceptNew();
      case INSECURE -> HostKeyPolicy.insecurelyAcceptAnyKey();
      default -> pinned(value);
    };
  }

  private static HostKeyPolicy pinned(String value) {
    if (!value.startsWith("SHA256:")) {
      throw new TypeConversionException(
          "'" + value + "' is not one of strict, accept-new, SHA256:FINGERPRINT, " + INSECURE);
    }
    try {
      return HostKeyPolicy.pinned(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
