# shellcheck shell=sh disable=SC2317 # the exit at the end makes it think that nothing is reached
# leaf-inventory: asks a Mac what it is made of.
#
# Read by /bin/sh from standard input, so that nothing is written on the Mac. It only reads, needs
# no administrator rights, and uses nothing but what macOS ships. What it asks stands at the end.
#
# Every answer is framed by lines that begin with a mark of this run, so that noise of start-up
# files is never taken for data. Commands get no input and a time limit, and run side by side: each
# is a "lane" of its own, or shares one with others that are known to be quick. A watcher ends what
# takes too long or says too much, and ends everything when nobody listens any more.
#
# The braces make the shell read all of it before it runs any of it.
{
PATH="${PATH:+$PATH:}/usr/bin:/bin:/usr/sbin:/sbin"
LC_ALL=C
export PATH LC_ALL
unset ENV BASH_ENV CDPATH IFS

mark='@leaf @MARK@'
limit=@LIMIT@ # seconds that one command may take
cap=@CAP@ # bytes that one command may answer
complaint_cap=65536 # bytes that it may write to standard error
newline='
'

# --- The watcher, which looks once a second; most runs are over by then.

# A list of processes to end, from the list of all processes.
#
# Below the shell that began it all ("root") are shells that run this script, which are told by
# having the same command line, and below these what they asked and those that read the answers.
# These are late at the same time, and are ended with everything below them; what a reader has got
# by then is kept. So neither a child that outlives its parent nor a process that cannot be ended
# holds anything up. The watcher and what it runs now are left alone.
# shellcheck disable=SC2016 # the dollar signs are for awk
late='
  function seconds(time,   n, part) {
    n = split(time, part, /[-:]/)
    return part[n] + 60 * part[n - 1] + 3600 * part[n - 2] + 86400 * part[n - 3]
  }
  function is_below(process, top) {
    for (process = parent[process]; process in parent; process = parent[process])
      if (process == top) return 1
    return 0
  }
  {
    process = $1; parent[process] = $2; age[process] = seconds($3)
    $1 = $2 = $3 = ""
    line[process] = $0
    if (line[process] ~ /^ *ps -A -o pid=/) watching[process]
  }
  END {
    for (process in watching) {
      for (up = process; up in parent && up != root; up = parent[up]) watching[up]
      if (up == root) begun = 1
    }
    # The shell that began it all is gone, and another process may have its number.
    if (!begun) { print "gone"; exit }
    for (process in parent) {
      if (process in watching || parent[process] in watching || !is_below(process, root)) continue
      if (everything) { print process; continue }
      if (line[process] == line[root] || line[parent[process]] != line[root]) continue
      # Some systems tell a negative age, as a very large one, of what has just begun.
      if (age[process] <= limit || age[root] < age[process]) continue
      print process
      for (below in parent) if (is_below(below, process)) print below
    }
  }'

# look [1]: tells what is to be ended; with 1, that is everything.
look() {
  ps -A -o pid= -o ppid= -o etime= -o args= |
    awk -v "root=$$" -v "limit=$limit" -v "everything=${1:-0}" "$late" | sort -n
}

# end_late [1]: ends it. All is stopped first, until there is nothing new: what is stopped cannot
# fork out of sight.
end_late() {
  known='' rounds=0
  found=$(look "$@")
  case $found in
    *gone*) over=yes && return ;;
  esac
  while [ "$found" != "$known" ] && [ "$rounds" -lt 5 ]; do
    known=$found rounds=$((rounds + 1))
    # shellcheck disable=SC2086 # a list of numbers, to be split
    kill -STOP $known 2>/dev/null
    found=$(look "$@")
  done
  # shellcheck disable=SC2086
  [ -z "$known" ] || kill -KILL $known 2>/dev/null
}

# watch: looks each second until it is ended. The empty line on standard error finds out whether
# anybody still listens. Its sleep is ended by a signal that cannot be lost: a shell may lose a
# gentler one between its fork and its exec.
watch() {
  nap='' over=''
  trap '' PIPE
  trap 'over=yes; [ -z "$nap" ] || kill -KILL "$nap"' TERM
  while [ -z "$over" ]; do
    sleep 1 >/dev/null 2>&1 &
    nap=$!
    [ -z "$over" ] || kill -KILL "$nap"
    wait "$nap"
    nap=
    if [ "$over" ]; then
      break
    elif printf '\n' 1>&2 2>/dev/null; then
      end_late
    else
      end_late 1
      [ "$over" ] || kill -KILL "$$"
      break
    fi
  done
}

# --- Lanes.

# probe ID COMMAND...: runs a command, and adds to "frames" what it says: its output, its exit
# status, and what it says on standard error. A reader that is ended has run out of time, one that
# ends before the last line has had enough.
probe() {
  id=$1
  shift
  # shellcheck disable=SC3028 # where the shell has no such clock, the duration stays untold
  began=${SECONDS:-}
  answer=$(
    {
      complaints=$(
        {
          "$@" 2>&1 >&4 4>&- </dev/null
          status=$?
          [ "$status" -ne 141 ] || status='cut' # SIGPIPE: it had more to say than is read
          # shellcheck disable=SC3028
          printf '\n%s\n' "$mark status $id $status ${began:+$((SECONDS - began))}" >&4
        } | head -c "$complaint_cap" 4>&-
      )
      [ -z "$complaints" ] || printf '%s\n\n' "$complaints"
      printf '%s\n' "$mark end $id"
    } 4>&1 3>&- 2>/dev/null | head -c "$cap" 3>&-
  )
  how=$?
  case $answer in
    *"$mark end $id") ;;
    *)
      [ "$how" -eq 0 ] && how='cut' || how=timeout
      answer="$answer$newline$mark status $id $how $newline$mark end $id"
      ;;
  esac
  frames="$frames$mark probe $id $*$newline$answer$newline"
}

# say: waits until the lanes before this one have said what they have to say, then says its own.
# All lanes are stages of one pipeline, which is used for nothing but this: a stage's input ends
# with the stage before it. So frames never mix, their order is fixed, and no file is needed.
say() {
  while read -r _; do :; done
  printf '%s' "$frames" >&3
}

# lane COMMAND...: a stage that calls "probe", once or by a function.
lane() {
  frames=
  "$@"
  say
}

# ask ID COMMAND...: a stage that asks one command.
ask() { lane probe "$@"; }

# profile TYPE: asks for one data type. Before macOS 10.15 there was no JSON: where none came, and
# the time was not used up, a property list is asked for. Other systems run nothing more.
profile() {
  probe "$1" system_profiler -json "$1"
  case $frames in
    "$mark probe $1 system_profiler -json $1$newline{"* | *"$newline$mark status $1 timeout "*) return ;;
  esac
  json=$frames frames=
  probe "$1" system_profiler -xml "$1"
  case $frames in
    "$mark probe $1 system_profiler -xml $1$newline<"*) ;;
    *) frames=$json ;;
  esac
}

# disks: stages that ask for the list of disks, and then for each of at most 64 whole disks.
disks() {
  frames=
  probe diskutil-list diskutil list -plist
  found='' count=0
  set -f
  IFS=$newline
  for line in $frames; do
    case $line in
      *'<string>disk'*'</string>'*) ;;
      *) continue ;;
    esac
    disk=${line#*'<string>disk'}
    disk=${disk%%'</string>'*}
    case $disk in
      '' | *[!0-9]*) continue ;;
    esac
    case $found in
      *" disk$disk "*) continue ;;
    esac
    count=$((count + 1))
    [ "$count" -gt 64 ] || found="$found disk$disk "
  done
  unset IFS
  set +f
  # Without a list, the one disk that every Mac has.
  # shellcheck disable=SC2086 # a list of names, to be split
  say | disk_infos ${found:-disk0}
}

# disk_infos DISK...: a stage for each of them.
disk_infos() {
  [ $# -gt 0 ] || return 0
  if [ $# -gt 1 ]; then
    ask "diskutil-info-$1" diskutil info -plist "$1" | {
      shift
      disk_infos "$@"
    }
  else
    ask "diskutil-info-$1" diskutil info -plist "$1"
  fi
}

# --- What is asked.

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

protection() {
  probe spctl spctl --status
  probe nvram-secure-boot nvram 94b73556-2197-4702-82a8-3e1337dafbfb:AppleSecureBootPolicy
}

links() {
  probe ifconfig ifconfig -a
  probe route route -n get default
}

everything() {
  lane identity </dev/null |
    lane names |
    ask csrutil csrutil status |
    ask fdesetup fdesetup status |
    ask profiles profiles status -type enrollment |
    lane protection |
    ask networksetup networksetup -listallhardwareports |
    lane links |
    ask ioreg-platform ioreg -a -d2 -c IOPlatformExpertDevice |
    ask ioreg-gpu ioreg -a -r -d1 -c AGXAccelerator |
    ask ioreg-ane ioreg -a -r -d1 -c H11ANEIn |
    disks |
    ask diskutil-list-physical diskutil list -plist physical |
    ask diskutil-apfs diskutil apfs list -plist |
    lane profile SPHardwareDataType |
    lane profile SPSoftwareDataType |
    lane profile SPMemoryDataType |
    lane profile SPDisplaysDataType |
    lane profile SPStorageDataType |
    lane profile SPNVMeDataType |
    lane profile SPSerialATADataType |
    lane profile SPPowerDataType |
    lane profile SPThunderboltDataType |
    lane profile SPUSBDataType |
    lane profile SPUSBHostDataType |
    lane profile SPiBridgeDataType
}

printf '%s\n' "$mark begin"
exec 3>&1
watch 3>&- >/dev/null &
watch=$!
everything >/dev/null
kill -TERM "$watch"
wait "$watch" 2>/dev/null
printf '%s\n' "$mark done"
exit 0
}
