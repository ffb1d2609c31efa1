/** A Nix syntax tree, its printer, and the writers of Nix files. */
module org.leafinventory.nix {
  requires transitive org.leafinventory.api;
  requires static org.jspecify;

  exports org.leafinventory.nix;
  exports org.leafinventory.nix.ast;
  exports org.leafinventory.nix.leafconfig;
  exports org.leafinventory.nix.print;
}
