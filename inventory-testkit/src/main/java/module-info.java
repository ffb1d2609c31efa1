/** Simulated Macs, arbitraries and contract tests for those who build on the library. */
module org.leafinventory.testkit {
  requires transitive org.leafinventory.api;
  requires static org.jspecify;
  requires transitive net.jqwik.api;
  requires org.apache.sshd.osgi;
  // MINA logs through it but, being an automatic module, cannot ask for it.
  requires org.slf4j;

  exports org.leafinventory.testkit.arbitrary;
  exports org.leafinventory.testkit.mac;
  exports org.leafinventory.testkit.time;
}
