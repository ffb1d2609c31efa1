/** Collects over SSH. */
module org.leafinventory.ssh {
  requires transitive org.leafinventory.core;
  requires com.hierynomus.sshj;
  requires jdk.net;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  requires org.slf4j;
  requires static org.jspecify;

  provides org.leafinventory.collect.CollectorProvider with
      org.leafinventory.ssh.SshCollectorProvider;

  exports org.leafinventory.ssh;
}
