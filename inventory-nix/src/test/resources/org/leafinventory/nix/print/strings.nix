[
  "plain \${text} and $\${text}"
  "quote \" backslash \\ newline \n tab \t return \r"
  "Hello ${name}, ${pkgs.hi 1}!"
  "\$${price}"
  ''
    #!/bin/sh
    echo ''${HOME}

      exec ${pkgs.sh} '''quoted'''
  ''
  "one line"
  "  all lines\n  are indented"
  ''
    no
    final newline''
]
