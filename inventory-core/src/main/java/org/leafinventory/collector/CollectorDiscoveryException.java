package org.leafinventory.collector;

import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.CollectorProvider;

/**
 * The collectors on the class path or module path are not such that each scheme has one. The
 * message is one line: what is wrong, what was found, and what to do.
 */
public final class CollectorDiscoveryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private CollectorDiscoveryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static CollectorDiscoveryException ambiguous(
      String scheme, String one, String other, List<CollectorProvider> found) {
    return new CollectorDiscoveryException(
        "two collectors for the scheme "
            + scheme
            + ": "
            + one
            + " and "
            + other
            + " (found: "
            + list(found)
            + "); remove one of them, or give the service the collector that you mean",
        null);
  }

  static CollectorDiscoveryException schemeless(CollectorProvider provider, RuntimeException why) {
    return new CollectorDiscoveryException(
        provider.getClass().getName()
            + " names no scheme for its collector: "
            + why.getMessage()
            + "; correct its scheme()",
        why);
  }

  static CollectorDiscoveryException broken(ServiceConfigurationError error) {
    return new CollectorDiscoveryException(
        "a collector cannot be loaded: "
            + error.getMessage()
            + "; correct the file META-INF/services/"
            + CollectorProvider.class.getName()
            + " or the module that names it",
        error);
  }

  private static String list(List<CollectorProvider> found) {
    return found.stream()
        .map(provider -> provider.getClass().getName())
        .collect(Collectors.joining(", "));
  }
}
