# shellcheck shell=sh disable=SC2317 # the exit at the end makes it think that nothing is reached
# leaf-inventory: asks a Mac what it is made of.
#
# Read by /bin/sh from standard input, so that nothing is written on the Mac. It only reads, needs
# no administrator rights, and uses nothing but what macOS ships. Every answer is framed by lines
# that begin with a mark of this run, so that noise of start-up files is never taken for data.
# The braces make the shell read all of it before it runs any of it.
{
PATH="${PATH:+$PATH:}/usr/bin:/bin:/usr/sbin:/sbin"
LC_ALL=C
export PATH LC_ALL
unset ENV BASH_ENV CDPATH

mark='@leaf @MARK@'
limit=@LIMIT@   # seconds that one command may take
cap=@CAP@       # bytes that one command may answer
newline='
'

# descendants PID: that process and all below it.
descendants() {
  pack=" $1 "
  grown=yes
  processes=$(ps -A -o pid= -o ppid=)
  while [ "$grown" ]; do
    grown=
    # shellcheck disable=SC2086 # a list of numbers, to be split
    set -- $processes
    while [ $# -ge 2 ]; do
      case $pack in
        *" $1 "*) ;;
        *" $2 "*) pack="$pack$1 " grown=yes ;;
      esac
      shift 2
    done
  done
  printf '%s' "$pack"
}

# watch_over PID: ends that process and all below it at the time limit. Exit status 1: it had to.
watch_over() {
  nap='' over=''
  # Not a gentler signal: a shell can lose one that comes between its fork and its exec.
  trap 'over=yes; [ -z "$nap" ] || kill -KILL "$nap"' TERM
  sleep "$limit" &
  nap=$!
  [ -z "$over" ] || kill -KILL "$nap"
  wait "$nap"
  if [ "$over" ]; then
    wait "$nap"
    exit 0
  fi
  trap '' TERM
  pack=$(descendants "$1")
  # shellcheck disable=SC2086 # a list of numbers, to be split
  kill -TERM $pack
  sleep 1
  # shellcheck disable=SC2086
  kill -KILL $pack
  exit 1
}

# frame WORDS...: a framing line.
frame() { printf '%s\n' "$mark $*"; }

# run COMMAND...: runs it, and tells its exit status to 4.
run() {
  "$@" </dev/null 3>&- 4>&- 5>&- 6>&-
  printf '%s' "$?" >&4
}

# run_capped COMMAND...: the same, with output to 3 and error output to 6, each up to the cap.
run_capped() {
  {
    run "$@" 2>&1 >&5 | head -c "$cap" >&6 3>&- 4>&- 5>&-
  } 5>&1 | head -c "$cap" >&3 4>&- 6>&-
}

# run_limited COMMAND...: the same within the time limit, with the exit status to standard output.
# Waiting for the pipes to close would not do: a child that outlives its parent may hold them.
run_limited() {
  run_capped "$@" 4>&1 &
  all=$!
  watch_over "$all" >/dev/null 2>&1 3>&- 4>&- 6>&- &
  watch=$!
  wait "$all" 2>/dev/null
  kill -TERM "$watch" 2>/dev/null
  wait "$watch" 2>/dev/null
  [ $? -ne 1 ] || printf timeout
}

# probe ID COMMAND...: runs the command, and frames its output, exit status and error output.
probe() {
  id=$1
  shift
  frame probe "$id" "$*"
  # shellcheck disable=SC3028 # where the shell has no such clock, the duration stays untold
  began=${SECONDS:-}
  {
    told=$(
      { status=$(run_limited "$@"); } 6>&1
      printf '\n%s' "$status"
    )
  } 3>&1
  # shellcheck disable=SC3028
  took=${began:+$((SECONDS - began))}
  status=${told##*"$newline"}
  case $status in
    *timeout) status=timeout ;;
    141) status='cut' ;; # SIGPIPE: it had more to say than the cap
  esac
  printf '\n'
  frame status "$id" "$status" "$took"
  printf '%s\n' "${told%"$newline"*}"
  frame end "$id"
}

# stage FUNCTION: all stages of a pipeline run at once. Each one first keeps what its own probes
# answer, then hands on what the stages before it send, then adds its own: frames never mix, their
# order is fixed, and no file is needed.
stage() {
  frames=$("$1" </dev/null)
  cat
  printf '%s\n' "$frames"
}

identity() {
  probe sysctl sysctl hw.model hw.memsize hw.physicalcpu hw.logicalcpu hw.ncpu hw.packages \
    hw.nperflevels \
    hw.perflevel0.name hw.perflevel0.physicalcpu hw.perflevel0.logicalcpu \
    hw.perflevel1.name hw.perflevel1.physicalcpu hw.perflevel1.logicalcpu \
    hw.perflevel2.name hw.perflevel2.physicalcpu hw.perflevel2.logicalcpu \
    hw.perflevel3.name hw.perflevel3.physicalcpu hw.perflevel3.logicalcpu \
    hw.optional.arm64 sysctl.proc_translated kern.hv_vmm_present kern.boottime \
    kern.osrelease kern.osproductversion kern.osversion kern.hostname hw.cpufrequency \
    machdep.cpu.brand_string machdep.cpu.core_count machdep.cpu.thread_count machdep.cpu.features
  probe uname-m uname -m
  probe uname-r uname -r
  probe sw_vers sw_vers
  probe rosetta test -e /Library/Apple/usr/libexec/oah/libRosettaRuntime
}

names() {
  probe scutil-LocalHostName scutil --get LocalHostName
  probe scutil-ComputerName scutil --get ComputerName
  probe scutil-HostName scutil --get HostName
}

security() {
  probe csrutil csrutil status
  probe fdesetup fdesetup status
  probe profiles profiles status -type enrollment
  probe spctl spctl --status
  probe nvram-secure-boot nvram 94b73556-2197-4702-82a8-3e1337dafbfb:AppleSecureBootPolicy
}

network() {
  probe networksetup networksetup -listallhardwareports
  probe ifconfig ifconfig -a
  probe route route -n get default
}

registry() {
  probe ioreg-platform ioreg -a -d2 -c IOPlatformExpertDevice
  probe ioreg-gpu ioreg -a -r -d1 -c AGXAccelerator
  probe ioreg-ane ioreg -a -r -d1 -c H11ANEIn
}

disks() {
  listed=$(probe diskutil-list diskutil list -plist)
  printf '%s\n' "$listed"
  probe diskutil-list-physical diskutil list -plist physical
  found=$(printf '%s\n' "$listed" |
    sed -n 's/.*<string>\(disk[0-9][0-9]*\)<\/string>.*/\1/p' | sort -u | head -n 64)
  # Without a list, the one disk that every Mac has.
  for disk in ${found:-disk0}; do
    probe "diskutil-info-$disk" diskutil info -plist "$disk"
  done
}

volumes() { probe diskutil-apfs diskutil apfs list -plist; }

# profile TYPE: a stage that asks for one data type. Before macOS 10.15 there was no JSON: where none
# came, and the time was not used up, a property list is asked for. Other systems run nothing more.
profile() {
  frames=$(probe "$1" system_profiler -json "$1" </dev/null)
  case $frames in
    "$mark probe $1 system_profiler -json $1$newline{"* | *"$newline$mark status $1 timeout "*) ;;
    *)
      older=$(probe "$1" system_profiler -xml "$1" </dev/null)
      case $older in
        "$mark probe $1 system_profiler -xml $1$newline<"*) frames=$older ;;
      esac
      ;;
  esac
  cat
  printf '%s\n' "$frames"
}

frame begin
stage identity </dev/null |
  stage names |
  stage security |
  stage network |
  stage registry |
  stage disks |
  stage volumes |
  profile SPHardwareDataType |
  profile SPSoftwareDataType |
  profile SPMemoryDataType |
  profile SPDisplaysDataType |
  profile SPStorageDataType |
  profile SPNVMeDataType |
  profile SPSerialATADataType |
  profile SPPowerDataType |
  profile SPThunderboltDataType |
  profile SPUSBDataType |
  profile SPUSBHostDataType |
  profile SPiBridgeDataType
frame 'done'
exit 0
}
