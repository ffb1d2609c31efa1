#!/usr/bin/env bash
# Runs one command of leaf in the current folder.
#
# LEAF_COMMAND  the command
# LEAF          the leaf program, if it is not on the PATH
set -euo pipefail
: "${LEAF_COMMAND:?}"

leaf=${LEAF:-leaf}
if ! command -v "$leaf" >/dev/null 2>&1; then
  echo "$leaf is not on the PATH: install leaf-inventory, or set LEAF to its program" >&2
  exit 127
fi
exec "$leaf" "$LEAF_COMMAND" "$@"
