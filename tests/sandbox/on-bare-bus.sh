#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
# on-bare-bus.sh COMMAND…: runs it on a display and a session bus of its own that offer an
# accessibility bus and nothing else: no portal, no keyring. It sees an empty /run of its own, so
# that portals it starts have the paths they always have and are in nobody's way; an empty home, and
# none of a person's XDG folders; and no process but its own, so that all it starts ends with it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
runtime_directory=/run/user/$(id -u)

enter_own_run () {
  local as_root=()
  [ "$(id -u)" = 0 ] || as_root=(--user --map-root-user)
  exec setpriv --pdeathsig KILL unshare "${as_root[@]}" --mount --pid --fork --kill-child \
    --mount-proc "$here/on-bare-bus.sh" --in-own-run "$@"
}

fill_own_run () {
  mount -t tmpfs run /run
  mkdir -p "$runtime_directory"
  chmod 700 "$runtime_directory"
  enter_empty_home
  BUS_CONFIG=$here/bus.conf exec "$here/../support/x11.sh" "$here/on-bare-bus.sh" --on-bus "$@"
}

enter_empty_home () {
  unset "${!XDG_@}"
  export HOME=/run/home
  mkdir "$HOME"
}

run_with_accessibility () {
  local strict=${G_DEBUG-}
  export XDG_RUNTIME_DIR=$runtime_directory
  unset G_DEBUG # strict with the command only
  unset GDK_DEBUG ADW_DISABLE_PORTAL # that there are no portals is the program's to find out
  /usr/libexec/at-spi-bus-launcher --launch-immediately 2>/dev/null &
  launcher=$!
  trap 'kill "$launcher" 2>/dev/null' EXIT
  env ${strict:+G_DEBUG="$strict"} "$@"
}

case $1 in
  --in-own-run) fill_own_run "${@:2}" ;;
  --on-bus) run_with_accessibility "${@:2}" ;;
  *) enter_own_run "$@" ;;
esac
