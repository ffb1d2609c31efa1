/** The leaf command line. */
module org.leafinventory.cli {
  requires info.picocli;
  requires me.tongfei.progressbar;
  requires net.thisptr.jackson.jq;
  requires org.leafinventory.core;
  requires org.leafinventory.nix;
  requires org.leafinventory.ssh;
  requires org.leafinventory.testkit;
  requires static org.jspecify;
}
