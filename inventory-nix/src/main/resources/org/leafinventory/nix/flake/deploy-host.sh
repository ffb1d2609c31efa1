#!/usr/bin/env bash
# Deploys one host of a leaf: deploy-host HOST [USER@]ADDRESS [OPTION...]
#
# LEAF_FLAKE   the folder of the flake
# LEAF_NODES   the hosts that can be deployed to, each as HOST=SYSTEM
# LEAF_SYSTEM  the system that this runs on
# LEAF_DEPLOY  the deploy program of deploy-rs
set -euo pipefail
: "${LEAF_FLAKE:?}" "${LEAF_NODES?}" "${LEAF_SYSTEM:?}" "${LEAF_DEPLOY:?}"

fail() {
  printf 'deploy-host: %s\n' "$@" >&2
  exit 1
}

if [ "$#" -lt 2 ] || [ "${1#-}" != "$1" ] || [ "${2#-}" != "$2" ]; then
  echo "usage: deploy-host HOST [USER@]ADDRESS [OPTION OF deploy...]" >&2
  exit 64
fi
host=$1
address=$2
shift 2

if [ ! -e "$LEAF_FLAKE/inventory/$host/hardware.nix" ]; then
  fail "No inventory found for $host." \
    "Run first: leaf extract $address && leaf generate $host" \
    "then, as flakes see only what git tracks: git add inventory/$host hosts/$host"
fi
if [ ! -e "$LEAF_FLAKE/flake.lock" ]; then
  fail "There is no flake.lock in $LEAF_FLAKE." \
    "Run first: nix flake lock && git add flake.lock"
fi

system=
for node in $LEAF_NODES; do
  if [ "${node%%=*}" = "$host" ]; then
    system=${node#*=}
  fi
done
if [ -z "$system" ]; then
  fail "$host is not in leaf-config.nix." \
    "Name it there as deployment.primary or in deployment.secondaries."
fi

options=(--hostname "${address#*@}")
if [ "${address%@*}" != "$address" ]; then
  options+=(--ssh-user "${address%@*}")
fi
if [ "$system" != "$LEAF_SYSTEM" ]; then
  # The host builds what this machine cannot; checks would be built here.
  options+=(--remote-build --skip-checks)
fi
exec "$LEAF_DEPLOY" "${options[@]}" "$@" "$LEAF_FLAKE#\"$host\""
