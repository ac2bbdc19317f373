# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The program on a profile and a session bus of its own: never the data, nor the running
# window, of the person who works on it.

profile=$cache/profile

# The session bus of an open `dev run`, so that work is handed to its window; else none.
profile_bus () {
  local address
  if address=$(cat "$profile/bus" 2>/dev/null) \
    && inside dbus-send --bus="$address" --dest=org.freedesktop.DBus --print-reply / \
      org.freedesktop.DBus.GetId >/dev/null 2>&1; then
    printf '%s\n' "$address"
  else
    echo disabled:
  fi
}

# What is run may be stopped by Ctrl+C, also where dev_improve lets it pass.
in_profile () {
  inside env --default-signal=INT "DBUS_SESSION_BUS_ADDRESS=$(profile_bus)" "XDG_DATA_HOME=$profile/data" \
    "XDG_CONFIG_HOME=$profile/config" "XDG_STATE_HOME=$profile/state" \
    "XDG_CACHE_HOME=$profile/cache" GSETTINGS_BACKEND=keyfile \
    "GSETTINGS_SCHEMA_DIR=$built/data" "$@"
}

# A name of a display that is gone, as a dropped ssh leaves it, is no display.
has_display () {
  [ -z "${WAYLAND_DISPLAY-}" ] || [ ! -S "$(cd "${XDG_RUNTIME_DIR:-/}" && realpath -m "$WAYLAND_DISPLAY")" ] || return 0
  [ -n "${DISPLAY-}" ] && inside timeout 5 xdotool getdisplaygeometry >/dev/null 2>&1
}

dev_run () {
  # shellcheck disable=SC2086
  build debug $targets
  mkdir -p "$profile"
  local improve=$built/src/app/improve
  [ -e "$profile/has-sample" ] || {
    in_profile "$improve" sample >&2
    touch "$profile/has-sample"
  }
  if has_display; then
    open_window "$improve"
    return
  fi
  unset DISPLAY WAYLAND_DISPLAY
  note "There is no display here, so this does the main job on the sample backlog without a window."
  do_main_job "$improve"
  [ ! -t 1 ] || open_window --browser "$improve"
}

# A second start raises the window of the first, as it does for everybody.
open_window () {
  local browser=()
  [ "$1" != --browser ] || { browser=(--browser); shift; }
  if [ "$(profile_bus)" = disabled: ]; then
    in_profile "$parts/window.sh" "${browser[@]}" "$profile/bus" "$@"
  elif [ ${#browser[@]} -gt 0 ] && [ -e "$profile/bus.url" ]; then
    note "Improve is in your browser already, at $(cat "$profile/bus.url")"
  else
    note "The window is open already."
    in_profile "$@"
  fi
}

# Ranks, and announces what was fixed from the month before the sample's last day until today:
# earlier fixes of the sample have been told.
do_main_job () {
  local program=$1 from to folder file
  from=$(date -d "$(date -r "$profile/has-sample" +%F) -30 days" +%F)
  to=$(date +%F)
  folder=$profile/announcements/$to
  mkdir -p "$folder"
  in_profile "$program" rank --limit 20
  for file in what-we-fixed.pdf what-we-fixed.html; do
    in_profile "$program" announce --from "$from" --to "$to" -o "$folder/$file" >&2
  done
  printf '\nWhat was fixed from %s to %s is written to\n' "$from" "$to"
  printf '  %s\n' "$folder/what-we-fixed.pdf" "$folder/what-we-fixed.html"
}
