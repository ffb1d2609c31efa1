# The part of nixpkgs' lib that configurations of a few hosts use, for machines without nixpkgs.
# Each function means what it means there.
let
  inherit (builtins)
    attrNames
    concatMap
    elem
    elemAt
    filter
    foldl'
    genList
    head
    isAttrs
    isList
    isString
    length
    listToAttrs
    mapAttrs
    replaceStrings
    stringLength
    substring
    tail
    ;

  modules = rec {
    mkOverride = priority: content: {
      _type = "override";
      inherit priority content;
    };
    mkOptionDefault = mkOverride 1500;
    mkDefault = mkOverride 1000;
    mkForce = mkOverride 50;
    mkVMOverride = mkOverride 10;
    mkIf = condition: content: {
      _type = "if";
      inherit condition content;
    };
    mkMerge = contents: {
      _type = "merge";
      inherit contents;
    };
    mkOrder = priority: content: {
      _type = "order";
      inherit priority content;
    };
    mkBefore = mkOrder 500;
    mkAfter = mkOrder 1500;
  };

  trivial = rec {
    inherit (builtins)
      bitAnd
      bitOr
      bitXor
      functionArgs
      isBool
      isFloat
      isFunction
      isInt
      lessThan
      seq
      deepSeq
      ;
    id = x: x;
    const = x: _: x;
    flip =
      f: a: b:
      f b a;
    pipe = foldl' (x: f: f x);
    concat = a: b: a ++ b;
    or = a: b: a || b;
    and = a: b: a && b;
    boolToString = b: if b then "true" else "false";
    min = a: b: if a < b then a else b;
    max = a: b: if a > b then a else b;
    mod = base: int: base - (int * (base / int));
    compare =
      a: b:
      if a < b then
        -1
      else if a > b then
        1
      else
        0;
    mapNullable = f: a: if a == null then a else f a;
    defaultTo = default: a: if a == null then default else a;
    mergeAttrs = a: b: a // b;
    importJSON = path: builtins.fromJSON (builtins.readFile path);
    importTOML = path: builtins.fromTOML (builtins.readFile path);
    warn = message: builtins.trace "warning: ${message}";
    warnIf = condition: message: if condition then warn message else id;
    warnIfNot = condition: warnIf (!condition);
    throwIf = condition: message: if condition then throw message else id;
    throwIfNot = condition: throwIf (!condition);
    fix =
      f:
      let
        x = f x;
      in
      x;
  };

  asserts.assertMsg = condition: message: condition || throw message;

  lists = rec {
    inherit (builtins)
      all
      any
      concatLists
      concatMap
      elem
      elemAt
      filter
      foldl'
      genList
      groupBy
      head
      isList
      length
      map
      partition
      sort
      tail
      ;
    singleton = x: [ x ];
    optional = condition: x: if condition then [ x ] else [ ];
    optionals = condition: xs: if condition then xs else [ ];
    forEach = xs: f: map f xs;
    foldr =
      op: nul: xs:
      let
        from = n: if n == length xs then nul else op (elemAt xs n) (from (n + 1));
      in
      from 0;
    fold = foldr;
    imap0 = f: xs: genList (n: f n (elemAt xs n)) (length xs);
    imap1 = f: imap0 (n: f (n + 1));
    flatten = x: if isList x then concatMap flatten x else [ x ];
    remove = x: filter (y: y != x);
    count = matches: xs: length (filter matches xs);
    findFirst =
      matches: default: xs:
      let
        found = filter matches xs;
      in
      if found == [ ] then default else head found;
    range = first: last: if first > last then [ ] else genList (n: first + n) (last - first + 1);
    replicate = n: x: genList (_: x) n;
    sublist =
      start: count: xs:
      let
        rest = length xs - start;
      in
      genList (n: elemAt xs (start + n)) (
        if rest <= 0 then
          0
        else if rest < count then
          rest
        else
          count
      );
    take = count: sublist 0 count;
    drop = count: xs: sublist count (length xs) xs;
    last = xs: elemAt xs (length xs - 1);
    init = xs: take (length xs - 1) xs;
    reverseList = xs: genList (n: elemAt xs (length xs - n - 1)) (length xs);
    unique = foldl' (seen: x: if elem x seen then seen else seen ++ [ x ]) [ ];
    allUnique = xs: length (unique xs) == length xs;
    sortOn = f: sort (a: b: f a < f b);
    toList = x: if isList x then x else [ x ];
    zipListsWith =
      f: a: b:
      genList (n: f (elemAt a n) (elemAt b n)) (trivial.min (length a) (length b));
    zipLists = zipListsWith (fst: snd: { inherit fst snd; });
    subtractLists = minus: filter (x: !(elem x minus));
    intersectLists = others: filter (x: elem x others);
  };

  attrsets = rec {
    inherit (builtins)
      attrNames
      attrValues
      catAttrs
      getAttr
      hasAttr
      intersectAttrs
      isAttrs
      listToAttrs
      mapAttrs
      removeAttrs
      zipAttrsWith
      ;
    nameValuePair = name: value: { inherit name value; };
    optionalAttrs = condition: set: if condition then set else { };
    genAttrs = names: f: listToAttrs (map (name: nameValuePair name (f name)) names);
    genAttrs' = xs: f: listToAttrs (map f xs);
    filterAttrs =
      keep: set:
      listToAttrs (
        concatMap (name: lists.optional (keep name set.${name}) (nameValuePair name set.${name})) (
          attrNames set
        )
      );
    mapAttrs' = f: set: listToAttrs (mapAttrsToList f set);
    mapAttrsToList = f: set: map (name: f name set.${name}) (attrNames set);
    attrsToList = mapAttrsToList nameValuePair;
    concatMapAttrs = f: set: mergeAttrsList (mapAttrsToList f set);
    mergeAttrsList = foldl' (a: b: a // b) { };
    attrByPath =
      path: default: set:
      if path == [ ] then
        set
      else if isAttrs set && set ? ${head path} then
        attrByPath (tail path) default set.${head path}
      else
        default;
    hasAttrByPath =
      path: set:
      path == [ ] || (isAttrs set && set ? ${head path} && hasAttrByPath (tail path) set.${head path});
    getAttrFromPath =
      path: attrByPath path (throw "cannot find attribute '${strings.concatStringsSep "." path}'");
    setAttrByPath =
      path: value: if path == [ ] then value else { ${head path} = setAttrByPath (tail path) value; };
    attrVals = names: set: map (name: set.${name}) names;
    getAttrs = names: set: genAttrs names (name: set.${name});
    recursiveUpdate =
      a: b:
      if isAttrs a && isAttrs b then
        a // mapAttrs (name: new: if a ? ${name} then recursiveUpdate a.${name} new else new) b
      else
        b;
    isDerivation = x: isAttrs x && (x.type or null) == "derivation";
  };

  strings = rec {
    inherit (builtins)
      concatStringsSep
      fromJSON
      isPath
      isString
      match
      replaceStrings
      split
      stringLength
      substring
      toJSON
      ;
    concatStrings = concatStringsSep "";
    concatMapStrings = f: xs: concatStrings (map f xs);
    concatMapStringsSep =
      separator: f: xs:
      concatStringsSep separator (map f xs);
    concatImapStringsSep =
      separator: f: xs:
      concatStringsSep separator (lists.imap1 f xs);
    concatMapAttrsStringSep =
      separator: f: set:
      concatStringsSep separator (attrsets.mapAttrsToList f set);
    concatLines = concatMapStrings (line: line + "\n");
    join = concatStringsSep;
    intersperse =
      separator: xs:
      lists.drop 1 (
        concatMap (x: [
          separator
          x
        ]) xs
      );
    optionalString = condition: string: if condition then string else "";
    stringToCharacters = string: genList (n: substring n 1 string) (stringLength string);
    lowerChars = stringToCharacters "abcdefghijklmnopqrstuvwxyz";
    upperChars = stringToCharacters "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    toLower = replaceStrings upperChars lowerChars;
    toUpper = replaceStrings lowerChars upperChars;
    hasPrefix = prefix: string: substring 0 (stringLength prefix) string == prefix;
    hasSuffix =
      suffix: string:
      let
        rest = stringLength string - stringLength suffix;
      in
      rest >= 0 && substring rest (stringLength string) string == suffix;
    hasInfix = infix: string: length (splitString infix string) > 1;
    removePrefix =
      prefix: string:
      if hasPrefix prefix string then
        substring (stringLength prefix) (stringLength string) string
      else
        string;
    removeSuffix =
      suffix: string:
      if hasSuffix suffix string then
        substring 0 (stringLength string - stringLength suffix) string
      else
        string;
    escapeRegex = replaceStrings (stringToCharacters "\\[{()^$?*+|.") (
      map (c: "\\" + c) (stringToCharacters "\\[{()^$?*+|.")
    );
    splitString =
      separator: string: filter isString (split (escapeRegex (toString separator)) (toString string));
    trim =
      string:
      let
        found = match "[ \t\r\n]*(.*[^ \t\r\n])[ \t\r\n]*" string;
      in
      if found == null then "" else head found;
    fixedWidthString =
      width: filler: string:
      if stringLength string >= width then
        string
      else
        filler + fixedWidthString (width - stringLength filler) filler string;
    fixedWidthNumber = width: n: fixedWidthString width "0" (toString n);
    toInt =
      string:
      let
        found = match "[ \t\r\n]*(-?(0|[1-9][0-9]*))[ \t\r\n]*" string;
      in
      if found == null then throw "cannot read '${string}' as a whole number" else fromJSON (head found);
    toIntBase10 =
      string:
      let
        found = match "[ \t\r\n]*0*([0-9]+)[ \t\r\n]*" string;
      in
      if found == null then throw "cannot read '${string}' as a whole number" else toInt (head found);
    escape = characters: replaceStrings characters (map (c: "\\" + c) characters);
    escapeShellArg = string: "'" + replaceStrings [ "'" ] [ "'\\''" ] (toString string) + "'";
    versionOlder = a: b: builtins.compareVersions b a == 1;
    versionAtLeast = a: b: !(versionOlder a b);
  };

  lib =
    modules
    // trivial
    // asserts
    // lists
    // attrsets
    // strings
    // {
      inherit
        modules
        trivial
        asserts
        lists
        attrsets
        strings
        ;
    };
in
lib
