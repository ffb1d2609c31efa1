/** A program over leaf-inventory, as a module. */
module org.example.consumer {
  requires org.leafinventory.nix;
  requires org.leafinventory.ssh;

  provides org.leafinventory.collect.CollectorProvider with
      org.example.consumer.AssetCollectorProvider;
}
