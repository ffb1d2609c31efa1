{
  null = null;
  yes = true;
  int = 42;
  negative = -1;
  smallest = (-9223372036854775807 - 1);
  float = 0.5;
  emptyList = [ ];
  emptySet = { };
  one = [ "x" ];
  two = [
    (-1)
    (f 1)
  ];
  sets = [
    {
      a = 1;
    }
  ];
  a."b.c"."inherit" = ./file.nix;
  ${name} = 1;
  "x-${name}" = 2;
  "rec" = rec {
    x = 1;
    y = x;
  };

  inherit c or d;
  inherit (lib) mkIf mkMerge;
  inherit (config.x)
    p
    q
    r
    s
    ;
}
