/** The model, its JSON and the contracts that collectors, policies, stores and sinks keep. */
module org.leafinventory.api {
  requires transitive com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires com.fasterxml.jackson.datatype.jsr310;
  requires static org.immutables.value.annotations;
  requires static org.jspecify;

  exports org.leafinventory.collect;
  exports org.leafinventory.event;
  exports org.leafinventory.export;
  exports org.leafinventory.files;
  exports org.leafinventory.json;
  exports org.leafinventory.model;
  exports org.leafinventory.policy;
  exports org.leafinventory.store;

  opens org.leafinventory.event to
      com.fasterxml.jackson.databind;
  opens org.leafinventory.model to
      com.fasterxml.jackson.databind;
}
