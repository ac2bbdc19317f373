#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
# window.sh [--browser] BUS-FILE PROGRAM [ARGUMENT…]: the window on a session bus of its own,
# whose address stands in BUS-FILE meanwhile; with --browser it is shown in a web browser.
set -euo pipefail

browser=no
[ "$1" != --browser ] || { browser=yes; shift; }
bus_file=$1
shift
scratch=$(mktemp -d)
started=()

stop () {
  trap - EXIT
  trap '' INT TERM HUP # a second one must not cut this short
  rm -f "$bus_file" "$bus_file.url"
  [ ${#started[@]} -eq 0 ] || kill "${started[@]}" 2>/dev/null || true
  wait
  rm -rf -- "$scratch"
}
trap stop EXIT
trap 'exit 130' INT TERM HUP

start_bus () {
  dbus-daemon --session --nofork --nopidfile --nosyslog --print-address=3 3>"$scratch/bus" 2>/dev/null &
  started+=($!)
  for _ in {1..50}; do
    [ ! -s "$scratch/bus" ] || break
    sleep 0.1
  done
  DBUS_SESSION_BUS_ADDRESS=$(cat "$scratch/bus")
  export DBUS_SESSION_BUS_ADDRESS
  cp "$scratch/bus" "$bus_file"
}

free_port () {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

answers () {
  (exec 4<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Broadway has no password: it listens on the loopback only. The kernel names a free port; should
# another program take it in between, the next one is tried.
start_broadway () {
  local port daemon
  export XDG_RUNTIME_DIR=$scratch GDK_BACKEND=broadway BROADWAY_DISPLAY=:0 GTK_A11Y=none
  for _ in {1..5}; do
    port=$(free_port)
    gtk4-broadwayd --address=127.0.0.1 --port="$port" :0 >/dev/null 2>&1 &
    daemon=$!
    started+=("$daemon")
    for _ in {1..50}; do
      kill -0 "$daemon" 2>/dev/null || continue 2
      answers "$port" && break 2
      sleep 0.1
    done
  done
  printf 'http://127.0.0.1:%s/\n' "$port" >"$bus_file.url"
  printf '\nImprove is in your browser at http://127.0.0.1:%s/ until you press Ctrl+C.\n' "$port"
}

# Portals would be looked for on the private bus, in vain, for seconds.
export GDK_DEBUG=${GDK_DEBUG-no-portals} ADW_DISABLE_PORTAL=1
start_bus
[ "$browser" = no ] || start_broadway
"$@" &
started+=($!)
wait $!
