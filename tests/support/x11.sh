#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
# x11.sh COMMAND…: runs it on an X server, a session bus and a window manager of its own; SCREEN
# sets the size, BUS_CONFIG names another configuration of the bus. The server chooses a free
# display by itself. It needs its abstract socket for that: with the other one alone, a second
# server would take the display of the first.
set -euo pipefail

folder=$(mktemp -d)
started=()

stop () {
  trap - EXIT
  [ ${#started[@]} -eq 0 ] || kill "${started[@]}" 2>/dev/null || true
  wait
  rm -rf -- "$folder"
}
trap stop EXIT
trap 'exit 143' INT TERM

wait_for () {
  for _ in {1..300}; do
    [ ! -s "$1" ] || return 0
    sleep 0.1
  done
  echo "x11.sh: $1 did not come in 30 s" >&2
  exit 1
}

start_server () {
  exec 3>"$folder/display"
  Xvfb -displayfd 3 -screen 0 "${SCREEN:-1280x900x24}" -nolisten tcp >/dev/null 2>&1 &
  started+=($!)
  wait_for "$folder/display"
  DISPLAY=:$(cat "$folder/display")
  export DISPLAY
}

# A window that is there before its manager is never given the keyboard.
start_window_manager () {
  openbox --startup "sh -c 'echo >\"$folder/managed\"'" >/dev/null 2>&1 &
  started+=($!)
  wait_for "$folder/managed"
}

export XDG_RUNTIME_DIR=$folder GDK_BACKEND=x11 GTK_A11Y=${GTK_A11Y-atspi}
# Portals would be looked for on the private bus, in vain, for seconds.
export GDK_DEBUG=${GDK_DEBUG-no-portals} ADW_DISABLE_PORTAL=1
start_server
start_window_manager
# Strict with the command only: the accessibility bus warns of its own things.
strict=${G_DEBUG-}
unset G_DEBUG
dbus-run-session ${BUS_CONFIG:+--config-file="$BUS_CONFIG"} -- env ${strict:+G_DEBUG="$strict"} "$@"
