# Stand-ins for the options of nix-darwin that the generated files set, with their types there.
{ lib, ... }:
let
  inherit (lib) types;
  option = type: lib.mkOption { inherit type; };
  optional =
    type:
    lib.mkOption {
      type = types.nullOr type;
      default = null;
    };
  or' =
    default: type:
    lib.mkOption {
      inherit type default;
    };
  many = options: or' { } (types.attrsOf (types.submodule { inherit options; }));
  hostName = types.strMatching "^(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])\\.)*([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])$";
  resourceLimits = optional (
    types.submodule { options.NumberOfFiles = optional types.int; }
  );
in
{
  options = {
    assertions = or' [ ] (
      types.listOf (
        types.submodule {
          options = {
            assertion = option types.bool;
            message = option types.str;
          };
        }
      )
    );
    launchd.daemons = many {
      command = or' "" types.str;
      script = or' "" types.lines;
      serviceConfig = or' { } (
        types.submodule {
          options = {
            UserName = optional types.str;
            GroupName = optional types.str;
            KeepAlive = optional types.bool;
            RunAtLoad = optional types.bool;
            WorkingDirectory = optional types.str;
            StandardOutPath = optional types.path;
            StandardErrorPath = optional types.path;
            SoftResourceLimits = resourceLimits;
            HardResourceLimits = resourceLimits;
          };
        }
      );
    };
    networking = {
      hostName = optional hostName;
      localHostName = optional hostName;
      computerName = optional types.str;
    };
    # nix.settings takes any key in nix-darwin; here, so that a misspelt one is found, two.
    nix.settings = {
      max-jobs = or' 1 (types.either types.int (types.enum [ "auto" ]));
      cores = or' 0 types.int;
    };
    nixpkgs.hostPlatform = option types.str;
    services.prometheus.exporters.node = {
      enable = or' false types.bool;
      listenAddress = or' "" types.str;
      port = or' 9100 types.port;
    };
    system = {
      activationScripts = lib.genAttrs [ "preActivation" "extraActivation" "postActivation" ] (_: {
        text = or' "" types.lines;
      });
      defaults = {
        NSGlobalDomain = {
          NSAutomaticWindowAnimationsEnabled = optional types.bool;
          NSWindowResizeTime = optional types.float;
        };
        dock.launchanim = optional types.bool;
      };
      primaryUser = optional types.str;
      stateVersion = option (types.ints.between 1 7);
    };
    users = {
      knownUsers = or' [ ] (types.listOf types.str);
      knownGroups = or' [ ] (types.listOf types.str);
      users = many {
        uid = option types.int;
        gid = or' 20 types.int;
        home = optional types.path;
        shell = optional types.path;
        description = optional types.str;
      };
      groups = many {
        gid = option types.int;
        description = or' "" types.str;
      };
    };
  };
}
