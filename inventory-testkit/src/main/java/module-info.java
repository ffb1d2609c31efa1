/**
 * Simulated Macs, generated inventories, contract tests, assertions and fakes for those who build
 * on the library.
 */
module org.leafinventory.testkit {
  requires transitive org.leafinventory.api;
  requires static org.jspecify;
  requires transitive net.jqwik.api;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires org.apache.sshd.osgi;
  // MINA logs through it but, being an automatic module, cannot ask for it.
  requires org.slf4j;

  exports org.leafinventory.testkit.arbitrary;
  exports org.leafinventory.testkit.assertion;
  exports org.leafinventory.testkit.contract;
  exports org.leafinventory.testkit.fake;
  exports org.leafinventory.testkit.junit;
  exports org.leafinventory.testkit.mac;
  exports org.leafinventory.testkit.time;

  // Test engines call methods that are not public.
  opens org.leafinventory.testkit.contract;
  opens org.leafinventory.testkit.junit;

  provides net.jqwik.api.SampleReportingFormat with
      org.leafinventory.testkit.arbitrary.InventoryReport;
  provides net.jqwik.api.providers.ArbitraryProvider with
      org.leafinventory.testkit.arbitrary.ModelArbitraryProvider;
}
