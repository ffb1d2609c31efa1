# A stand-in for the library of nixpkgs: what the generated files use of it, with its meaning.
#
# evalModules knows options, their types, priorities and conditions. As with the original, a
# definition without an option and a value of a wrong type are errors that name the key.
let
  inherit (builtins)
    all
    attrNames
    concatLists
    concatStringsSep
    elem
    filter
    foldl'
    hasAttr
    head
    isAttrs
    isBool
    isFloat
    isFunction
    isInt
    isList
    isString
    length
    listToAttrs
    map
    mapAttrs
    match
    typeOf
    ;

  lib = {
    inherit types evalModules concatStringsSep;

    mkOption = option: option // { _type = "option"; };
    mkEnableOption =
      name:
      lib.mkOption {
        type = types.bool;
        default = false;
        description = "Whether to enable ${name}.";
      };
    mkPackageOption =
      pkgs: name: _:
      lib.mkOption {
        type = types.package;
        default = pkgs.${name};
      };
    literalExpression = text: {
      _type = "literalExpression";
      inherit text;
    };

    mkIf = condition: content: {
      _type = "if";
      inherit condition content;
    };
    mkOverride = priority: content: {
      _type = "override";
      inherit priority content;
    };
    mkDefault = lib.mkOverride 1000;
    mkForce = lib.mkOverride 50;

    nameValuePair = name: value: { inherit name value; };
    genAttrs = names: f: listToAttrs (map (name: lib.nameValuePair name (f name)) names);
    filterAttrs =
      keep: set:
      listToAttrs (
        concatLists (
          map (name: lib.optional (keep name set.${name}) (lib.nameValuePair name set.${name})) (
            attrNames set
          )
        )
      );
    optional = condition: value: if condition then [ value ] else [ ];
    optionals = condition: values: if condition then values else [ ];
    optionalString = condition: text: if condition then text else "";
    optionalAttrs = condition: set: if condition then set else { };
    recursiveUpdate =
      left: right:
      left
      // mapAttrs (
        name: value:
        if isAttrs value && isAttrs (left.${name} or null) then
          lib.recursiveUpdate left.${name} value
        else
          value
      ) right;
    groupBy = builtins.groupBy;
    toUpper =
      builtins.replaceStrings
        (lib.characters "abcdefghijklmnopqrstuvwxyz")
        (lib.characters "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    characters =
      text: builtins.genList (at: builtins.substring at 1 text) (builtins.stringLength text);
    warn = message: builtins.trace "warning: ${message}";
    concatMapStringsSep =
      separator: f: values:
      concatStringsSep separator (map f values);
    escapeShellArg = text: "'${builtins.replaceStrings [ "'" ] [ "'\\''" ] (toString text)}'";
    escapeShellArgs = lib.concatMapStringsSep " " lib.escapeShellArg;
  };

  show = concatStringsSep ".";
  wrong =
    path: type: value:
    throw "A definition for option `${show path}' is not of type `${type.name}': it is ${describe value}";
  describe =
    value:
    if isString value || isInt value || isFloat value || isBool value then
      builtins.toJSON value
    else
      "a ${typeOf value}";

  # A type merges the definitions of an option, of which there is at least one.
  simple = name: check: {
    inherit name;
    merge =
      path: values:
      let
        bad = filter (value: !check value) values;
      in
      if bad != [ ] then
        wrong path (simple name check) (head bad)
      else if all (value: value == head values) values then
        head values
      else
        throw "The option `${show path}' has conflicting definition values";
  };

  types = {
    bool = simple "boolean" isBool;
    int = simple "signed integer" isInt;
    float = simple "floating point number" isFloat;
    str = simple "string" isString;
    path = simple "absolute path" (
      value: typeOf value == "path" || isString value && match "/.*" value != null
    );
    port = simple "16 bit unsigned integer" (
      value: isInt value && value >= 0 && value <= 65535
    );
    package = simple "package" (value: isAttrs value && value.type or "" == "derivation");
    ints = {
      positive = simple "positive integer" (value: isInt value && value > 0);
      unsigned = simple "unsigned integer" (value: isInt value && value >= 0);
      between =
        low: high:
        simple "integer between ${toString low} and ${toString high}" (
          value: isInt value && value >= low && value <= high
        );
    };
    strMatching =
      pattern:
      simple "string matching ${pattern}" (value: isString value && match pattern value != null);
    enum = values: simple "one of ${concatStringsSep ", " values}" (value: elem value values);
    either = one: other: {
      name = "${one.name} or ${other.name}";
      merge =
        path: values:
        if (builtins.tryEval (builtins.deepSeq (one.merge path values) true)).success then
          one.merge path values
        else
          other.merge path values;
    };
    lines = {
      name = "lines";
      merge =
        path: values:
        if all isString values then
          concatStringsSep "\n" values
        else
          wrong path types.lines (head (filter (value: !isString value) values));
    };
    anything = {
      name = "anything";
      merge =
        path: values:
        if all isAttrs values then
          (types.attrsOf types.anything).merge path values
        else
          (simple "anything" (_: true)).merge path values;
    };
    nullOr = type: {
      name = "null or ${type.name}";
      merge =
        path: values: if all (value: value == null) values then null else type.merge path values;
    };
    listOf = type: {
      name = "list of ${type.name}";
      merge =
        path: values:
        let
          bad = filter (value: !isList value) values;
          items = concatLists values;
          item = at: type.merge (path ++ [ "[${toString at}]" ]) [ (builtins.elemAt items at) ];
        in
        if bad != [ ] then
          wrong path (types.listOf type) (head bad)
        else
          builtins.genList item (length items);
    };
    attrsOf = type: {
      name = "attribute set of ${type.name}";
      merge =
        path: values:
        let
          bad = filter (value: !isAttrs value) values;
          names = attrNames (foldl' (all: set: all // set) { } values);
          defined =
            name: resolve (map (set: set.${name}) (filter (hasAttr name) values));
          present = filter (name: defined name != [ ]) names;
        in
        if bad != [ ] then
          wrong path (types.attrsOf type) (head bad)
        else
          lib.genAttrs present (name: type.merge (path ++ [ name ]) (defined name));
    };
    submodule = module: {
      name = "submodule";
      merge =
        path: values:
        let
          bad = filter (value: !isAttrs value && !isFunction value) values;
          last = { name = builtins.elemAt path (length path - 1); };
        in
        if bad != [ ] then
          wrong path (types.submodule module) (head bad)
        else
          (evaluate path last ([ module ] ++ map (config: { inherit config; }) values)).config;
    };
  };

  # Conditions and priorities resolved: the values that count, those of the lowest number.
  resolve =
    definitions:
    let
      open =
        definition:
        if !isAttrs definition || !definition ? _type then
          [ (lib.nameValuePair 100 definition) ]
        else if definition._type == "if" then
          if definition.condition then open definition.content else [ ]
        else if definition._type == "override" then
          map (inner: inner // { name = definition.priority; }) (open definition.content)
        else
          [ (lib.nameValuePair 100 definition) ];
      opened = concatLists (map open definitions);
      lowest = foldl' (least: one: if one.name < least then one.name else least) 1500 opened;
    in
    map (one: one.value) (filter (one: one.name == lowest) opened);

  # A condition on a set is one on each of its values: what is defined never depends on it.
  pushDown =
    definition:
    if isAttrs definition && definition._type or "" == "if" then
      mapAttrs (_: lib.mkIf definition.condition) (pushDown definition.content)
    else
      definition;

  isOption = value: isAttrs value && value._type or "" == "option";

  mergeDeclarations =
    path: left: right:
    left
    // mapAttrs (
      name: value:
      if !left ? ${name} then
        value
      else if isOption value || isOption left.${name} then
        throw "The option `${show (path ++ [ name ])}' is already declared"
      else
        mergeDeclarations (path ++ [ name ]) left.${name} value
    ) right;

  # The value of every declared option below a path.
  values =
    path: declared: definitions: free:
    let
      sets = map pushDown definitions;
      at = name: map (set: set.${name}) (filter (hasAttr name) sets);
      defined = attrNames (foldl' (all: set: all // set) { } sets);
      unknown = filter (name: !declared ? ${name}) defined;
      value =
        name: option:
        let
          here = path ++ [ name ];
          given = resolve (at name);
        in
        if !isOption option then
          values here option (at name) null
        else if given != [ ] then
          if option.readOnly or false then
            throw "The option `${show here}' is read-only, but it's set"
          else
            option.type.merge here given
        else if option ? default then
          option.type.merge here [ option.default ]
        else
          throw "The option `${show here}' was accessed but has no value defined. Try setting the option.";
    in
    if unknown != [ ] && free == null then
      throw "The option `${show (path ++ [ (head unknown) ])}' does not exist"
    else
      lib.optionalAttrs (unknown != [ ]) (
        free.merge path [ (lib.genAttrs unknown (name: head (at name))) ]
      )
      // mapAttrs value declared;

  evaluate =
    path: arguments: modules:
    let
      result = {
        inherit config;
      };
      load =
        module:
        let
          value =
            if typeOf module == "path" || isString module then
              import module
            else
              module;
          called = if isFunction value then value ({ inherit lib config; } // arguments) else value;
          isLong = called ? config || called ? options || called ? freeformType;
        in
        if isLong then
          called
        else
          {
            imports = called.imports or [ ];
            config = builtins.removeAttrs called [ "imports" ];
          };
      # Like the original, a file counts once however often it is imported.
      collect =
        found: module:
        let
          key = if typeOf module == "path" then toString module else null;
          loaded = load module;
          entry = { inherit key loaded; };
        in
        if key != null && builtins.any (one: one.key == key) found then
          found
        else
          foldl' collect (found ++ [ entry ]) (loaded.imports or [ ]);
      loaded = map (entry: entry.loaded) (foldl' collect [ ] modules);
      declared = foldl' (mergeDeclarations path) { } (map (one: one.options or { }) loaded);
      free = foldl' (type: one: one.freeformType or type) null loaded;
      config = values path declared (map (one: one.config or { }) loaded) free;
    in
    result;

  evalModules =
    {
      modules,
      specialArgs ? { },
    }:
    evaluate [ ] specialArgs modules;
in
lib
