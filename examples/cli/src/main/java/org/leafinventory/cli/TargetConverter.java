package org.leafinventory.cli;

import org.leafinventory.collect.Target;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a target from the command line. */
final class TargetConverter implements ITypeConverter<Target> {

  @Override
  public Target convert(String value) {
    try {
      return Target.parse(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
