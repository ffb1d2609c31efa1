# Stand-ins for the inputs of the flake. Each says which pair it belongs to.
let
  lib = import ./lib.nix;
  package = name: {
    type = "derivation";
    inherit name;
    outPath = "/nix/store/${name}";
  };
  pair =
    name: systems:
    let
      pkgs = {
        nats-server = package "nats-server-${name}";
        writeText = file: text: package file // { inherit text; };
        # Its path is its text, so that a test can run it.
        writeShellScript = file: text: package file // { outPath = text; };
      };
    in
    {
      nixpkgs = {
        inherit lib;
        legacyPackages = lib.genAttrs systems (_: pkgs);
      };
      nix-darwin.lib.darwinSystem =
        { modules }:
        lib.evalModules {
          modules = [ ./darwin.nix ] ++ modules;
          specialArgs = { inherit pkgs; };
        }
        // {
          pair = name;
        };
      deploy-rs = {
        lib = lib.genAttrs systems (system: {
          activate.darwin = configuration: "${name} ${system} ${configuration.config.nixpkgs.hostPlatform}";
          deployChecks = deploy: { nodes = builtins.attrNames deploy.nodes; };
        });
        packages = lib.genAttrs systems (_: {
          deploy-rs = package "deploy-rs-${name}";
        });
      };
    };
  newer = pair "newer" [
    "aarch64-darwin"
    "aarch64-linux"
    "x86_64-linux"
  ];
  older = pair "older" [ "x86_64-darwin" ];
in
newer
// {
  nixpkgs-intel = older.nixpkgs;
  nix-darwin-intel = older.nix-darwin;
  deploy-rs-intel = older.deploy-rs;
}
