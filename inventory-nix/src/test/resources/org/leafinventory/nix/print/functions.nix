{
  identity = x: x;
  overlay = final: prev: {
    x = 1;
  };
  none = { }: 1;
  any =
    { ... }:
    {
      x = 1;
    };
  two =
    args@{ a, b }:
    {
      x = 1;
    };
  fallbacks =
    {
      a,
      b ? null,
      c ? {
        x = 1;
      },
    }:
    {
      x = 1;
    };
}
