{
  sum = (a + b) * c;
  left = a - b - c;
  right = a - (b - c);
  logic = a && b || c -> !a;
  compared = (a == b) == c;
  negated = -(a + b) - -1;
  has = a ? x."y z" && a.x or 0 == 1;
  merged = a // {
    x = 1;
  };
  extended = [
    1
    2
  ]
  ++ b
  ++ c;
  broken =
    aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
    && aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
    && aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;
}
