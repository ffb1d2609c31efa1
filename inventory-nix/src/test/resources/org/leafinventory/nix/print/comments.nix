# Generated; do not edit.

{
  # why a
  # is one
  a = 1;

  # the list
  #
  # */ ends nothing
  b = [
    # first
    1

    2
  ];
  c = [
    # alone
    "only"
  ];
}
