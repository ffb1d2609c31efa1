# What a leaf-config.nix says of its hosts, as plain values: functions called, the wrappers of
# mkDefault, mkIf and their like resolved, and nothing evaluated that is not asked for.
{ lib }:
{ file }:
let
  inherit (builtins)
    concatMap
    filter
    foldl'
    functionArgs
    head
    isAttrs
    isFunction
    isList
    length
    listToAttrs
    typeOf
    ;

  absent =
    name:
    throw "only 'lib' is given to this file, not '${name}'; write the value itself and make the file a function of { lib, ... }";

  # A function of one name may look for any of the usual arguments.
  arguments =
    function:
    let
      named = functionArgs function;
      usual = {
        config = false;
        inputs = false;
        options = false;
        pkgs = false;
        self = false;
      };
      asked = if named == { } then usual else named;
      needed = filter (name: !asked.${name}) (builtins.attrNames asked);
      given = listToAttrs (
        map (name: {
          inherit name;
          value = absent name;
        }) needed
      );
    in
    if named == { } || named ? lib then given // { inherit lib; } else given;

  # Every definition that a value stands for, with the priority of each.
  definitions =
    value:
    let
      kind = if isAttrs value then value._type or null else null;
    in
    if kind == "override" then
      map (definition: definition // { inherit (value) priority; }) (definitions value.content)
    else if kind == "if" then
      if value.condition then definitions value.content else [ ]
    else if kind == "merge" then
      concatMap definitions value.contents
    else if kind == "order" then
      definitions value.content
    else
      [
        {
          priority = 100;
          inherit value;
        }
      ];

  strongest =
    value:
    let
      all = definitions value;
      least = foldl' (
        least: definition: if definition.priority < least then definition.priority else least
      ) (head all).priority all;
    in
    if all == [ ] then
      [ ]
    else
      map (definition: definition.value) (filter (definition: definition.priority == least) all);

  # A list of the value, or of nothing where every definition is switched off.
  resolve =
    place: value:
    let
      values = strongest value;
    in
    if length values < 2 then
      values
    else if builtins.all isAttrs values then
      [
        (builtins.zipAttrsWith (_: contents: {
          _type = "merge";
          inherit contents;
        }) values)
      ]
    else if builtins.all isList values then
      [ (builtins.concatLists values) ]
    else if builtins.all (value: value == head values) values then
      [ (head values) ]
    else
      throw "${
        if place == "" then "the configuration" else place
      } is given two different values; mark one of them with lib.mkDefault or lib.mkForce";

  resolved =
    show: place: value:
    map (show place) (resolve place value);

  # What JSON cannot hold is told by its type.
  plain =
    _: value:
    if isAttrs value || isList value || isFunction value || builtins.isPath value then
      { nixType = typeOf value; }
    else
      value;

  # The given keys shown; of others the name alone, as their values may be anything.
  keys =
    shown: place: value:
    let
      below = name: if place == "" then name else "${place}.${name}";
      show = name: if shown ? ${name} then resolved shown.${name} (below name) value.${name} else [ { } ];
    in
    if isAttrs value then
      listToAttrs (
        concatMap (name: map (value: { inherit name value; }) (show name)) (builtins.attrNames value)
      )
    else
      plain place value;

  items =
    show: place: value:
    let
      item = n: resolved show "${place}[${toString n}]" (builtins.elemAt value n);
    in
    if isList value then
      builtins.concatLists (builtins.genList item (length value))
    else
      plain place value;

  node = keys {
    hostname = plain;
    address = plain;
    username = plain;
    sshPort = plain;
  };

  configuration = keys {
    deployment = keys {
      primary = node;
      secondaries = items node;
    };
  };

  content = import (/. + file);
  config = if isFunction content then content (arguments content) else content;
in
head (resolved configuration "" config ++ [ { } ])
