/** The model, its JSON and the contracts that collectors, policies, stores and sinks keep. */
module org.leafinventory.api {
  requires transitive com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires com.fasterxml.jackson.datatype.jsr310;
  requires static org.immutables.value.annotations;
  requires static org.jspecify;

  exports org.leafinventory.collect;
  exports org.leafinventory.model;

  opens org.leafinventory.model to
      com.fasterxml.jackson.databind;
}
