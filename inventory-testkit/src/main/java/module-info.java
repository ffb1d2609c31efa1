/** Simulated Macs, arbitraries and contract tests for those who build on the library. */
module org.leafinventory.testkit {
  requires transitive org.leafinventory.api;
  requires static org.jspecify;
  requires transitive net.jqwik.api;
  requires org.apache.sshd.osgi;

  exports org.leafinventory.testkit.arbitrary;
}
