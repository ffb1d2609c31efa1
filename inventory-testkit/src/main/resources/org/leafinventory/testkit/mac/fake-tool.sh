#!/bin/sh
# Answers one macOS command from ../answers/<tool>/<arguments joined by _>.{out,err,exit}.
# Beside an answer, an empty .hang keeps it from ever coming; a .delay holds seconds to wait.
# Builtins and a final exec where possible: tests run very many of these at once.

tool=${0##*/}
answers=${0%/*}/../answers/$tool
newline='
'

# A signal must end the sleep too: the real tool is one process and leaves nothing behind.
pause() {
  sleep "$1" >/dev/null 2>&1 &
  trap 'kill "$!"; exit 143' HUP INT TERM
  wait "$!"
  trap - HUP INT TERM
}

hold() {
  if [ -e "$answers/$1.hang" ]; then
    exec sleep 600
  elif [ -e "$answers/$1.delay" ]; then
    read -r seconds <"$answers/$1.delay"
    pause "$seconds"
  fi
}

known() {
  [ -e "$answers/$1.out" ] || [ -e "$answers/$1.err" ] || [ -e "$answers/$1.hang" ]
}

# What goes beside the answer: its delay and stderr at once, its exit status into $status.
prelude() {
  hold "$1"
  if [ -e "$answers/$1.exit" ]; then read -r status <"$answers/$1.exit"; fi
  if [ -e "$answers/$1.err" ]; then cat "$answers/$1.err" >&2; fi
}

answer() {
  status=0
  prelude "$1"
  if [ -e "$answers/$1.out" ]; then
    if [ "$status" -eq 0 ]; then exec cat "$answers/$1.out"; fi
    cat "$answers/$1.out"
  fi
  exit "$status"
}

refuse() {
  printf '%s\n' "$2" >&2
  exit "$1"
}

sysctl_names() {
  style=named status=0
  if [ "$1" = -n ]; then style=bare; shift; fi
  table=$newline
  if [ -e "$answers/names.out" ]; then table=$newline$(cat "$answers/names.out")$newline; fi
  for name; do
    if known "$name"; then
      prelude "$name"
      if [ -e "$answers/$name.out" ]; then cat "$answers/$name.out"; fi
      continue
    fi
    case $table in
      *"$newline$name: "*)
        value=${table#*"$newline$name: "}
        value=${value%%"$newline"*}
        if [ "$style" = named ]; then value="$name: $value"; fi
        printf '%s\n' "$value"
        ;;
      *)
        printf "sysctl: unknown oid '%s'\n" "$name" >&2
        status=1
        ;;
    esac
  done
  exit "$status"
}

# Several types make one JSON object; a type this macOS does not know is left out of it.
profile() {
  format=text types="" status=0 members=""
  while [ $# -gt 0 ]; do
    case $1 in
      -json) format=json ;;
      -xml) format=xml ;;
      -detailLevel | -timeout) shift ;;
      -*) ;;
      *) types="$types $1" ;;
    esac
    shift
  done
  # shellcheck disable=SC2086
  set -- $types
  if [ "$format" = xml ] && [ $# -eq 1 ] && known "$1.xml"; then answer "$1.xml"; fi
  if [ "$format" != json ]; then refuse 64 "system_profiler: simulated with -json only"; fi
  if [ $# -eq 1 ] && known "$1.xml" && ! known "$1"; then refuse 1 "Usage: system_profiler"; fi
  if [ $# -eq 1 ] && known "$1"; then answer "$1"; fi
  for type; do
    prelude "$type"
    if [ -e "$answers/$type.out" ]; then
      body=$(cat "$answers/$type.out")
      body=${body#"{$newline"}
      body=${body%"$newline}"}
      members=$members${members:+,$newline}$body
    fi
  done
  printf '{\n%s\n}\n' "$members"
  exit "$status"
}

product() {
  table=$newline$(cat "$answers/no-arguments.out")$newline
  case $1 in
    *-productName) field=ProductName ;;
    *-productVersion) field=ProductVersion ;;
    *-buildVersion) field=BuildVersion ;;
    *) refuse 1 "usage: sw_vers [--help|--productName|--productVersion|--productVersionExtra|--buildVersion]" ;;
  esac
  value=${table#*"$newline$field:"}
  value=${value%%"$newline"*}
  printf '%s\n' "${value##*	}"
  exit 0
}

disk_not_found() {
  printf '%s\n' '<?xml version="1.0" encoding="UTF-8"?>' \
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">' \
    '<plist version="1.0">' '<dict>' '	<key>Error</key>' '	<true/>' '	<key>ErrorMessage</key>' \
    "	<string>Could not find disk: $1</string>" '	<key>ExitCode</key>' '	<integer>1</integer>' '</dict>' '</plist>'
  exit 1
}

if [ -e "$answers/missing" ]; then refuse 127 "sh: $tool: command not found"; fi
hold all

key=no-arguments
if [ $# -gt 0 ]; then
  IFS=_
  key="$*"
  unset IFS
fi
if [ "$tool" = diskutil ]; then
  case $key in *_/dev/*) key=${key%%/dev/*}${key#*/dev/} ;; esac
fi
case $key in */*) key=unanswerable ;; esac

case $tool in
  sysctl) if [ $# -gt 0 ]; then sysctl_names "$@"; fi ;;
  system_profiler) profile "$@" ;;
esac
if known "$key"; then answer "$key"; fi
case $tool in
  sw_vers) product "$@" ;;
  ioreg) exit 0 ;;
  ifconfig) refuse 1 "ifconfig: interface $1 does not exist" ;;
  diskutil) case $key in info_-plist_*) disk_not_found "${key#info_-plist_}" ;; esac ;;
esac
refuse 64 "$tool: no such use: $*"
