package org.leafinventory.testkit.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.leafinventory.testkit.mac.MacLogin;
import org.leafinventory.testkit.mac.SimulatedMac;
import org.leafinventory.testkit.mac.SimulatedMacBuilder;

/** The login that all Macs of a test or of a class share; its files go with it. */
record Lab(Path folder, MacLogin login) implements AutoCloseable {

  private static final Namespace NAMESPACE = Namespace.create(SimulatedMacExtension.class);

  /** That of this test, or the one that its class has already. */
  static Lab of(ExtensionContext context) {
    return context.getStore(NAMESPACE).getOrComputeIfAbsent(Lab.class, type -> open(), Lab.class);
  }

  /** Starts a Mac that ends with {@code context}. */
  static SimulatedMac start(
      org.leafinventory.testkit.junit.SimulatedMac wanted, ExtensionContext context) {
    SimulatedMacBuilder builder = SimulatedMac.builder(wanted.value());
    for (String fault : wanted.faults()) {
      builder.fault(fault);
    }
    SimulatedMac mac = of(context).login().start(builder);
    context.getStore(NAMESPACE).put(UUID.randomUUID(), mac);
    return mac;
  }

  private static Lab open() {
    try {
      Path folder = Files.createTempDirectory("simulated-mac-login-");
      return new Lab(folder, MacLogin.in(folder));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder for the login of simulated Macs", e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(login.identity());
    Files.deleteIfExists(login.knownHosts());
    Files.deleteIfExists(folder);
  }
}
