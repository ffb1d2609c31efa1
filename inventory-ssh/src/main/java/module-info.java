/** Collects over SSH. */
module org.leafinventory.ssh {
  requires transitive org.leafinventory.core;
  requires com.hierynomus.sshj;
  requires org.slf4j;
  requires static org.jspecify;
}
