# What lib is asked, and what the lib of nixpkgs answers.
{ lib }:
{
  mkDefault = [
    (lib.mkDefault 1)
    {
      _type = "override";
      content = 1;
      priority = 1000;
    }
  ];
  mkForce = [
    (lib.mkForce 1)
    {
      _type = "override";
      content = 1;
      priority = 50;
    }
  ];
  mkOverride = [
    (lib.mkOverride 7 1)
    {
      _type = "override";
      content = 1;
      priority = 7;
    }
  ];
  mkIf = [
    (lib.mkIf true { a = 1; })
    {
      _type = "if";
      condition = true;
      content = {
        a = 1;
      };
    }
  ];
  mkMerge = [
    (lib.mkMerge [
      1
      2
    ])
    {
      _type = "merge";
      contents = [
        1
        2
      ];
    }
  ];
  mkBefore = [
    (lib.mkBefore [ 1 ])
    {
      _type = "order";
      content = [ 1 ];
      priority = 500;
    }
  ];
  mkAfter = [
    (lib.modules.mkAfter [ 1 ])
    {
      _type = "order";
      content = [ 1 ];
      priority = 1500;
    }
  ];
  id = [
    (lib.id 1)
    1
  ];
  const = [
    (lib.const 1 2)
    1
  ];
  flip = [
    (lib.flip lib.concat [ 1 ] [ 2 ])
    [
      2
      1
    ]
  ];
  pipe = [
    (lib.pipe 1 [
      (x: x + 1)
      (x: x * 5)
    ])
    10
  ];
  or = [
    (lib.or false true)
    true
  ];
  and = [
    (lib.and false true)
    false
  ];
  boolToString = [
    (lib.boolToString true)
    "true"
  ];
  min = [
    (lib.min 2 1)
    1
  ];
  max = [
    (lib.trivial.max 2 1)
    2
  ];
  mod = [
    [
      (lib.mod 11 10)
      (lib.mod (-7) 3)
    ]
    [
      1
      (-1)
    ]
  ];
  compare = [
    (map (lib.compare 2) [
      1
      2
      3
    ])
    [
      1
      0
      (-1)
    ]
  ];
  mapNullable = [
    (lib.mapNullable (x: x + 1) null)
    null
  ];
  defaultTo = [
    (lib.defaultTo 1 null)
    1
  ];
  mergeAttrs = [
    (lib.mergeAttrs { a = 1; } { b = 2; })
    {
      a = 1;
      b = 2;
    }
  ];
  throwIf = [
    (lib.throwIf false "x" 1)
    1
  ];
  throwIfNot = [
    (lib.throwIfNot true "x" 1)
    1
  ];
  warnIf = [
    (lib.warnIf false "x" 1)
    1
  ];
  fix = [
    ((lib.fix (self: {
      a = 1;
      b = self.a + 1;
    })).b
    )
    2
  ];
  assertMsg = [
    (lib.assertMsg true "x")
    true
  ];
  singleton = [
    (lib.singleton 1)
    [ 1 ]
  ];
  optional = [
    [
      (lib.optional true 1)
      (lib.optional false 1)
    ]
    [
      [ 1 ]
      [ ]
    ]
  ];
  optionals = [
    [
      (lib.optionals true [
        1
        2
      ])
      (lib.lists.optionals false [ 1 ])
    ]
    [
      [
        1
        2
      ]
      [ ]
    ]
  ];
  forEach = [
    (lib.forEach [ 1 2 ] toString)
    [
      "1"
      "2"
    ]
  ];
  foldl' = [
    (lib.foldl' (a: b: a - b) 10 [
      1
      2
      3
    ])
    4
  ];
  foldr = [
    (lib.foldr (a: b: a - b) 10 [
      1
      2
      3
    ])
    (-8)
  ];
  imap0 = [
    (lib.imap0 (n: v: "${toString n}${v}") [
      "a"
      "b"
    ])
    [
      "0a"
      "1b"
    ]
  ];
  imap1 = [
    (lib.imap1 (n: v: "${toString n}${v}") [
      "a"
      "b"
    ])
    [
      "1a"
      "2b"
    ]
  ];
  flatten = [
    (lib.flatten [
      1
      [
        2
        [ 3 ]
      ]
      [ ]
    ])
    [
      1
      2
      3
    ]
  ];
  remove = [
    (lib.remove 1 [
      1
      2
      1
    ])
    [ 2 ]
  ];
  count = [
    (lib.count (x: x > 1) [
      1
      2
      3
    ])
    2
  ];
  findFirst = [
    [
      (lib.findFirst (x: x > 1) 9 [
        1
        2
        3
      ])
      (lib.findFirst (x: x > 5) 9 [ 1 ])
    ]
    [
      2
      9
    ]
  ];
  range = [
    [
      (lib.range 2 4)
      (lib.range 3 2)
    ]
    [
      [
        2
        3
        4
      ]
      [ ]
    ]
  ];
  replicate = [
    (lib.replicate 3 "a")
    [
      "a"
      "a"
      "a"
    ]
  ];
  sublist = [
    [
      (lib.sublist 1 3 [
        1
        2
        3
        4
        5
      ])
      (lib.sublist 4 9 [
        1
        2
      ])
      (lib.sublist 1 9 [
        1
        2
      ])
    ]
    [
      [
        2
        3
        4
      ]
      [ ]
      [ 2 ]
    ]
  ];
  take = [
    (lib.take 2 [
      1
      2
      3
    ])
    [
      1
      2
    ]
  ];
  drop = [
    [
      (lib.drop 2 [
        1
        2
        3
      ])
      (lib.drop 9 [ 1 ])
    ]
    [
      [ 3 ]
      [ ]
    ]
  ];
  last = [
    (lib.last [
      1
      2
      3
    ])
    3
  ];
  init = [
    (lib.init [
      1
      2
      3
    ])
    [
      1
      2
    ]
  ];
  reverseList = [
    (lib.reverseList [
      1
      2
      3
    ])
    [
      3
      2
      1
    ]
  ];
  unique = [
    (lib.unique [
      3
      1
      3
      2
      1
    ])
    [
      3
      1
      2
    ]
  ];
  allUnique = [
    (map lib.allUnique [
      [
        1
        2
      ]
      [
        1
        1
      ]
    ])
    [
      true
      false
    ]
  ];
  sort = [
    (lib.sort (a: b: a < b) [
      3
      1
      2
    ])
    [
      1
      2
      3
    ]
  ];
  sortOn = [
    (lib.sortOn builtins.stringLength [
      "ccc"
      "a"
      "bb"
    ])
    [
      "a"
      "bb"
      "ccc"
    ]
  ];
  toList = [
    [
      (lib.toList 1)
      (lib.toList [ 1 ])
    ]
    [
      [ 1 ]
      [ 1 ]
    ]
  ];
  zipLists = [
    (lib.zipLists [ 1 2 3 ] [ "a" "b" ])
    [
      {
        fst = 1;
        snd = "a";
      }
      {
        fst = 2;
        snd = "b";
      }
    ]
  ];
  zipListsWith = [
    (lib.zipListsWith (a: b: a + b) [ 1 2 ] [ 3 4 5 ])
    [
      4
      6
    ]
  ];
  subtractLists = [
    (lib.subtractLists [ 3 2 ] [ 1 2 3 4 5 3 ])
    [
      1
      4
      5
    ]
  ];
  intersectLists = [
    (lib.intersectLists [ 1 2 3 ] [ 6 3 2 ])
    [
      3
      2
    ]
  ];
  groupBy = [
    (lib.groupBy (x: if x > 2 then "big" else "small") [
      1
      2
      3
    ])
    {
      big = [ 3 ];
      small = [
        1
        2
      ];
    }
  ];
  partition = [
    (lib.partition (x: x > 2) [
      5
      1
      2
      3
      4
    ])
    {
      right = [
        5
        3
        4
      ];
      wrong = [
        1
        2
      ];
    }
  ];
  nameValuePair = [
    (lib.nameValuePair "a" 1)
    {
      name = "a";
      value = 1;
    }
  ];
  optionalAttrs = [
    [
      (lib.optionalAttrs true { a = 1; })
      (lib.optionalAttrs false { a = 1; })
    ]
    [
      { a = 1; }
      { }
    ]
  ];
  genAttrs = [
    (lib.genAttrs [ "a" "b" ] (name: name + "x"))
    {
      a = "ax";
      b = "bx";
    }
  ];
  filterAttrs = [
    (lib.filterAttrs (name: value: name == "a" || value > 2) {
      a = 1;
      b = 2;
      c = 3;
    })
    {
      a = 1;
      c = 3;
    }
  ];
  mapAttrs = [
    (lib.mapAttrs (name: value: name + value) { a = "1"; })
    { a = "a1"; }
  ];
  mapAttrs' = [
    (lib.mapAttrs' (name: value: lib.nameValuePair (name + "x") (value + 1)) { a = 1; })
    { ax = 2; }
  ];
  mapAttrsToList = [
    (lib.mapAttrsToList (name: value: name + value) {
      b = "2";
      a = "1";
    })
    [
      "a1"
      "b2"
    ]
  ];
  attrsToList = [
    (lib.attrsToList {
      a = 1;
      b = 2;
    })
    [
      {
        name = "a";
        value = 1;
      }
      {
        name = "b";
        value = 2;
      }
    ]
  ];
  concatMapAttrs = [
    (lib.concatMapAttrs
      (name: value: {
        ${name} = value;
        ${name + value} = value;
      })
      {
        x = "a";
        y = "b";
      }
    )
    {
      x = "a";
      xa = "a";
      y = "b";
      yb = "b";
    }
  ];
  mergeAttrsList = [
    (lib.mergeAttrsList [
      {
        a = 1;
        b = 1;
      }
      { b = 2; }
    ])
    {
      a = 1;
      b = 2;
    }
  ];
  attrByPath = [
    [
      (lib.attrByPath [ "a" "b" ] 6 { a.b = 3; })
      (lib.attrByPath [ "z" "b" ] 6 { a.b = 3; })
    ]
    [
      3
      6
    ]
  ];
  hasAttrByPath = [
    [
      (lib.hasAttrByPath [ "a" "b" ] { a.b = 3; })
      (lib.hasAttrByPath [ "a" "c" ] { a.b = 3; })
      (lib.hasAttrByPath [ "a" "b" "c" ] { a.b = 3; })
    ]
    [
      true
      false
      false
    ]
  ];
  getAttrFromPath = [
    (lib.getAttrFromPath [ "a" "b" ] { a.b = 3; })
    3
  ];
  setAttrByPath = [
    (lib.setAttrByPath [ "a" "b" ] 3)
    {
      a = {
        b = 3;
      };
    }
  ];
  attrVals = [
    (lib.attrVals [ "b" "a" ] {
      a = 1;
      b = 2;
    })
    [
      2
      1
    ]
  ];
  getAttrs = [
    (lib.getAttrs [ "a" ] {
      a = 1;
      b = 2;
    })
    { a = 1; }
  ];
  catAttrs = [
    (lib.catAttrs "a" [
      { a = 1; }
      { b = 0; }
      { a = 2; }
    ])
    [
      1
      2
    ]
  ];
  recursiveUpdate = [
    (lib.recursiveUpdate
      {
        a.b = 1;
        a.c = {
          d = 1;
        };
        e = [ 1 ];
      }
      {
        a.c.f = 2;
        e = [ 2 ];
        g.h = 1;
      }
    )
    {
      a = {
        b = 1;
        c = {
          d = 1;
          f = 2;
        };
      };
      e = [ 2 ];
      g = {
        h = 1;
      };
    }
  ];
  zipAttrsWith = [
    (lib.zipAttrsWith (name: values: values) [
      { a = 1; }
      {
        a = 2;
        b = 3;
      }
    ])
    {
      a = [
        1
        2
      ];
      b = [ 3 ];
    }
  ];
  isDerivation = [
    [
      (lib.isDerivation { type = "derivation"; })
      (lib.isDerivation 1)
    ]
    [
      true
      false
    ]
  ];
  concatStringsSep = [
    (lib.concatStringsSep "/" [
      "a"
      "b"
    ])
    "a/b"
  ];
  concatStrings = [
    (lib.concatStrings [
      "a"
      "b"
    ])
    "ab"
  ];
  concatMapStrings = [
    (lib.concatMapStrings (x: "a" + x) [
      "b"
      "c"
    ])
    "abac"
  ];
  concatMapStringsSep = [
    (lib.strings.concatMapStringsSep "-" (x: lib.toUpper x) [
      "foo"
      "bar"
    ])
    "FOO-BAR"
  ];
  concatImapStringsSep = [
    (lib.concatImapStringsSep "-" (n: x: toString (x / n)) [
      6
      6
      6
    ])
    "6-3-2"
  ];
  concatMapAttrsStringSep = [
    (lib.concatMapAttrsStringSep "," (name: value: "${name}=${value}") {
      a = "1";
      b = "2";
    })
    "a=1,b=2"
  ];
  concatLines = [
    (lib.concatLines [
      "a"
      "b"
    ])
    "a\nb\n"
  ];
  join = [
    (lib.join ", " [
      "a"
      "b"
    ])
    "a, b"
  ];
  intersperse = [
    (lib.intersperse "/" [
      "a"
      "b"
      "c"
    ])
    [
      "a"
      "/"
      "b"
      "/"
      "c"
    ]
  ];
  intersperseShort = [
    [
      (lib.intersperse "/" [ ])
      (lib.intersperse "/" [ "a" ])
    ]
    [
      [ ]
      [ "a" ]
    ]
  ];
  optionalString = [
    [
      (lib.optionalString true "a")
      (lib.optionalString false "a")
    ]
    [
      "a"
      ""
    ]
  ];
  stringToCharacters = [
    (lib.stringToCharacters "abc")
    [
      "a"
      "b"
      "c"
    ]
  ];
  toLower = [
    (lib.toLower "ABC-Z1")
    "abc-z1"
  ];
  toUpper = [
    (lib.toUpper "abc-z1")
    "ABC-Z1"
  ];
  hasPrefix = [
    (map (lib.hasPrefix "foo") [
      "foobar"
      "barfoo"
      "fo"
    ])
    [
      true
      false
      false
    ]
  ];
  hasSuffix = [
    (map (lib.hasSuffix "foo") [
      "foobar"
      "barfoo"
      "fo"
    ])
    [
      false
      true
      false
    ]
  ];
  hasInfix = [
    (map (lib.hasInfix "b.r") [
      "foobar"
      "ab.rc"
    ])
    [
      false
      true
    ]
  ];
  removePrefix = [
    (map (lib.removePrefix "foo.") [
      "foo.bar"
      "xfoo.bar"
    ])
    [
      "bar"
      "xfoo.bar"
    ]
  ];
  removeSuffix = [
    (map (lib.removeSuffix ".x") [
      "a.x"
      "a.y"
    ])
    [
      "a"
      "a.y"
    ]
  ];
  splitString = [
    [
      (lib.splitString "." "a.b.c")
      (lib.splitString "/" "/usr/bin/")
      (lib.splitString "(" "a(b")
      (lib.splitString "]" "a]b")
    ]
    [
      [
        "a"
        "b"
        "c"
      ]
      [
        ""
        "usr"
        "bin"
        ""
      ]
      [
        "a"
        "b"
      ]
      [
        "a"
        "b"
      ]
    ]
  ];
  escapeRegex = [
    (lib.escapeRegex "[^a.b*]{1}+?$|()\\")
    "\\[\\^a\\.b\\*]\\{1}\\+\\?\\$\\|\\(\\)\\\\"
  ];
  trim = [
    (map lib.trim [
      "  a b \n"
      ""
      " \t "
      "x"
    ])
    [
      "a b"
      ""
      ""
      "x"
    ]
  ];
  fixedWidthString = [
    (lib.fixedWidthString 5 "0" "15")
    "00015"
  ];
  fixedWidthNumber = [
    (lib.fixedWidthNumber 3 7)
    "007"
  ];
  toInt = [
    (map lib.toInt [
      "1337"
      "-4"
      " 12 "
    ])
    [
      1337
      (-4)
      12
    ]
  ];
  toIntBase10 = [
    (map lib.toIntBase10 [
      "0012"
      "0"
      "7"
      "000"
    ])
    [
      12
      0
      7
      0
    ]
  ];
  escape = [
    (lib.escape [ "(" ")" ] "(foo)")
    "\\(foo\\)"
  ];
  escapeShellArg = [
    (lib.escapeShellArg "it's")
    "'it'\\''s'"
  ];
  versionOlder = [
    [
      (lib.versionOlder "1.1" "1.2")
      (lib.versionOlder "1.2" "1.1")
    ]
    [
      true
      false
    ]
  ];
  versionAtLeast = [
    [
      (lib.versionAtLeast "1.1" "1.0")
      (lib.versionAtLeast "1.0" "1.1")
    ]
    [
      true
      false
    ]
  ];
  isString = [
    (map lib.isString [
      "a"
      1
    ])
    [
      true
      false
    ]
  ];
  range1 = [
    (map (lib.mod 7) (lib.range 1 3))
    [
      0
      1
      1
    ]
  ];
}
