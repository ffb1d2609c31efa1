package org.leafinventory.cli;

import org.leafinventory.model.HostName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a host name from the command line. */
final class HostNameConverter implements ITypeConverter<HostName> {

  @Override
  public HostName convert(String value) {
    return HostName.tryParse(value)
        .orElseThrow(() -> new TypeConversionException("'" + value + "' is no host name"));
  }
}
