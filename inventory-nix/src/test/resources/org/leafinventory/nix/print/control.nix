assert ready;
let
  short = if ready then 1 else 2;
  long =
    if ready then
      {
        a = 1;
      }
    else
      [ ];
  chain =
    if ready then
      1
    else if !ready then
      2
    else
      3;
  packages = with pkgs; [
    git
    jq
  ];
  nested =
    let
      a = 1;
    in
    a;
in
with lib;
long.a or 1
