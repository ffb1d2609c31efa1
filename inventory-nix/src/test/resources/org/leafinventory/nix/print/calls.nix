{
  short = f 1 "two" (three 3);
  absorbed = f 1 {
    x = 1;
  };
  between = f {
    x = 1;
  } 1;
  twoSets =
    f
      {
        x = 1;
      }
      {
        x = 1;
      };
  lambda = f (self: {
    x = 1;
  });
  imported = import ./x.nix { };
  wide = f "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww" "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww";
  selected = (f 1).a.b;
  called = f.g 1 2;
}
