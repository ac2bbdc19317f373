# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command in the place set_up chose. In the root it sees the host's files under their
# own paths (project, home, /tmp and every other top folder), the host's display and network,
# and of its programs none. What is started ends when build-aux/dev is ended.

inside () {
  if [ "$place" = host ]; then
    setpriv --pdeathsig TERM "$@"
  else
    bwrap --die-with-parent "${entry[@]}" -- setpriv --pdeathsig TERM "$@"
  fi
}

use_root () {
  place=$1
  touch -c "$place"
  entry=(--clearenv --setenv PATH /usr/sbin:/usr/bin --setenv LANG C.UTF-8
    --ro-bind "$place/usr" /usr --ro-bind "$place/etc" /etc
    --dev-bind /dev /dev --bind /proc /proc --ro-bind-try /sys /sys
    --tmpfs /run --tmpfs /var --bind /var/tmp /var/tmp
    --ro-bind "$place/var/cache/fontconfig" /var/cache/fontconfig)
  bind_system_links
  bind_top_folders
  bind_hidden_folders "$HOME" "$tree" "$(pwd -P)" "$cache" "${XDG_RUNTIME_DIR-}"
  bind_host_settings
  pass_variables
}

bind_system_links () {
  local name
  for name in bin sbin lib lib32 lib64 libx32; do
    [ ! -L "$place/$name" ] || entry+=(--symlink "usr/$name" "/$name")
  done
}

bind_top_folders () {
  local folder
  for folder in /*; do
    case $folder in
      /bin | /boot | /dev | /etc | /lib* | /lost+found | /proc | /run | /sbin | /sys | /usr | /var) ;;
      *)
        if [ -L "$folder" ]; then
          entry+=(--symlink "$(readlink "$folder")" "$folder")
        elif [ -d "$folder" ] && [ -x "$folder" ]; then
          entry+=(--bind "$folder" "$folder")
        fi
        ;;
    esac
  done
}

# Folders that matter but stand where the root has its own, as /var/lib/… on a build server.
bind_hidden_folders () {
  local folder
  for folder; do
    case $folder in
      /run/* | /var/*) [ ! -d "$folder" ] || entry+=(--bind "$folder" "$folder") ;;
    esac
  done
}

bind_host_settings () {
  local file
  for file in passwd group hosts resolv.conf machine-id; do
    [ ! -e "/etc/$file" ] || entry+=(--ro-bind "/etc/$file" "/etc/$file")
  done
  entry+=(--setenv TZ "${TZ:-$(readlink -f /etc/localtime | sed -n 's,.*/zoneinfo/,,p')}")
}

# A compiler flag or a library path of the host must not leak in; what speaks of the display,
# the session and debugging must.
pass_variables () {
  local name
  for name in $(compgen -e); do
    case $name in
      XDG_RUNTIME_DIR) [ ! -d "$XDG_RUNTIME_DIR" ] || entry+=(--setenv "$name" "$XDG_RUNTIME_DIR") ;;
      HOME | USER | LOGNAME | TERM | COLUMNS | LINES | COLORTERM | NO_COLOR | CI | IMPROVE_* | *_proxy | \
        DISPLAY | WAYLAND_DISPLAY | XAUTHORITY | DBUS_SESSION_BUS_ADDRESS | XDG_SESSION_TYPE | \
        XDG_CACHE_HOME | G_* | GDK_* | GSK_* | GTK_* | ADW_* | *SAN_OPTIONS | MESON_* | NINJA_STATUS)
        entry+=(--setenv "$name" "${!name}")
        ;;
    esac
  done
}
