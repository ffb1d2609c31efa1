# A module.
# Written by hand.

{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.services.leaf;
in
{
  options.services.leaf = {
    enable = lib.mkEnableOption "the leaf service";
    port = lib.mkOption {
      type = lib.types.port;
      default = 8080;
    };
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [ pkgs.leaf ];
    launchd.daemons."leaf.agent".enable = true;
  };
}
