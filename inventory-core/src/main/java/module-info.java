/**
 * The inventory service, the macOS probe, the file store, the event log and the standard policy.
 */
module org.leafinventory.core {
  requires transitive org.leafinventory.api;
  requires java.xml;
  requires org.slf4j;
  requires static org.immutables.value.annotations;
  requires static org.jspecify;

  uses org.leafinventory.collect.CollectorProvider;

  provides org.leafinventory.collect.CollectorProvider with
      org.leafinventory.collector.LocalCollectorProvider,
      org.leafinventory.collector.RecordingCollectorProvider;

  exports org.leafinventory.collector;
  exports org.leafinventory.drift;
  exports org.leafinventory.eventlog;
  exports org.leafinventory.extraction;
  exports org.leafinventory.filestore;
  exports org.leafinventory.fleet;
  exports org.leafinventory.index;
  exports org.leafinventory.probe;
  exports org.leafinventory.probe.macos;
  exports org.leafinventory.projection;
  exports org.leafinventory.query;
  exports org.leafinventory.recording;
  exports org.leafinventory.redaction;
  exports org.leafinventory.redaction.key;
  exports org.leafinventory.service;
  exports org.leafinventory.standard;

  opens org.leafinventory.eventlog to
      com.fasterxml.jackson.databind;
}
