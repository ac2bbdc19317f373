# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Where the work is done: on the host, if its libraries are new enough, else in a Debian 13 root.

# The oldest libraries Improve works with: pkg-config name, version, Debian package.
libraries='gtk4 4.18 libgtk-4-dev
libadwaita-1 1.7 libadwaita-1-dev
gio-2.0 2.84 libglib2.0-dev
sqlite3 3.46 libsqlite3-dev
json-glib-1.0 1.10 libjson-glib-dev
libical 3.0 libical-dev'

# Sets `place` to "host" or to the folder of the root, and makes it ready. What was made ready
# once is recognised by the hash of what was wanted in it, so that a second start asks nobody.
set_up () {
  local wanted
  wanted=$(hash_wanted)
  make_cache
  if [ -e "$cache/host-$wanted" ]; then
    place=host
  elif [ -d "$cache/root-$wanted" ]; then
    use_root "$cache/root-$wanted"
  elif host_is_new_enough; then
    ready_host
    touch "$cache/host-$wanted"
    place=host
  else
    make_root "$cache/root-$wanted"
    use_root "$cache/root-$wanted"
  fi
}

make_cache () {
  mkdir -p "$cache" || die "Cannot make the folder $cache. Make room or set XDG_CACHE_HOME to a folder you can write, then repeat."
}

hash_wanted () {
  cat "$parts/packages" "$parts/fonts.conf" | sha256sum | cut -c1-12
}

# packages [LIST]
packages () {
  grep -v -e '^#' -e '^$' "$parts/${1-packages}"
}

host_is_new_enough () {
  local module version package
  if command -v apt-get >/dev/null; then
    apt_candidate libgtk-4-dev >/dev/null || as_administrator 'apt-get update -qq' >&2 || true
    while read -r module version package; do
      dpkg --compare-versions "$(apt_candidate "$package" || echo 0)" ge "$version" || return 1
    done <<<"$libraries"
  else
    command -v pkg-config meson ninja clang-format >/dev/null || return 1
    while read -r module version package; do
      pkg-config --atleast-version "$version" "$module" || return 1
    done <<<"$libraries"
  fi
}

# ready_host [LIST]
ready_host () {
  local wanted
  command -v apt-get >/dev/null || return 0
  mapfile -t wanted < <(packages "$@")
  apt_install "${wanted[@]}"
}

# The tools that make and enter the root, from whatever package manager there is.
ready_root_tools () {
  local tools='mmdebstrap bwrap flock newuidmap'
  # shellcheck disable=SC2086
  if [ "$(command -v $tools | wc -l)" -lt 4 ]; then
    command -v apt-get >/dev/null || die \
      "Cannot set up: the libraries here are older than GNOME 48, and mmdebstrap or bubblewrap is missing." \
      "Install mmdebstrap, bubblewrap and uidmap with your package manager, then repeat."
    apt_install mmdebstrap bubblewrap uidmap util-linux debian-archive-keyring
  fi
  bwrap --ro-bind / / true 2>/dev/null || die \
    "Cannot start bubblewrap: this system lets no program make a namespace." \
    "As the administrator run sysctl kernel.unprivileged_userns_clone=1 (Debian) or" \
    "sysctl kernel.apparmor_restrict_unprivileged_userns=0 (Ubuntu), or, in a container," \
    "start the container with the right to make namespaces. Then repeat."
  [ "$(id -u)" = 0 ] || has_subordinate_ids || ready_sudo
}

has_subordinate_ids () {
  unshare --user --map-auto --map-root-user true 2>/dev/null
}

# Asks for the password before the progress line is there.
ready_sudo () {
  command -v sudo >/dev/null || die \
    "Cannot make the Debian 13 root: this account has no subordinate ids, and there is no sudo." \
    "Ask your administrator to run this, then repeat:" \
    "  usermod --add-subuids 200000-265535 --add-subgids 200000-265535 $(id -un)"
  sudo --validate
}

# An ordinary user makes the root alone where that is allowed, else with sudo's help.
debstrap () {
  if [ "$(id -u)" = 0 ]; then
    mmdebstrap --mode=root "$@"
  elif has_subordinate_ids; then
    mmdebstrap --mode=unshare "$@"
  else
    as_administrator "TMPDIR=$TMPDIR mmdebstrap --mode=root ${*@Q}"
  fi
}

# Unpacked here rather than by mmdebstrap: the files belong to who runs this, so that no
# administrator is needed to delete them. /var/tmp, because the home may be closed to others.
unpack_root () {
  local TMPDIR=/var/tmp
  export TMPDIR
  debstrap --variant=apt --include="$(packages | paste -sd,)" \
    --dpkgopt='path-exclude=/usr/share/doc/*' trixie - \
    | tar --extract --no-same-owner --exclude='./dev/*' --directory "$1"
}

make_root () {
  ready_root_tools
  attend fill_root "$1"
}

fill_root () (
  root=$1 log=$cache/making-the-root.log
  exec 9>"$cache/lock"
  take_turn 9 "makes the root"
  [ ! -d "$root" ] || return 0
  rm -rf -- "$cache"/root-*.new.* # left by one that was killed
  new=$(mktemp -d "$root.new.XXXXXX")
  note "Making a Debian 13 root in $root. This is done once: two to five minutes and 2 GB."
  : >"$log"
  show_progress "$log" 9>&- &
  watcher=$!
  trap 'kill "$watcher" 2>/dev/null || true; rm -rf -- "$new"' EXIT
  unpack_root "$new" 2>"$log" || {
    kill "$watcher" 2>/dev/null || true
    note "" "$(tail -n 5 "$log")"
    die "Cannot make the Debian 13 root. Is there a network, and 4 GB of room in /var/tmp and $cache?" \
      "Behind a proxy set http_proxy, then repeat. All that was said is in $log."
  }
  cp "$parts/fonts.conf" "$new/etc/fonts/local.conf"
  touch "$new"/etc/{passwd,group,hosts,resolv.conf,machine-id} # places for the host's own
  chmod 755 "$new"
  mv -T "$new" "$root"
  note "" "  ready"
  drop_old_roots
)

# A root nobody used for two weeks belongs to a package list of the past.
drop_old_roots () {
  find "$cache" -maxdepth 1 -name 'root-*' -mtime +14 -exec rm -rf -- {} +
}

# One line that is written over on a terminal, a line a step elsewhere.
show_progress () {
  local said='' line
  SECONDS=0
  while sleep 1; do
    line=$(sed -n 's/^I: //p' "$1" | tail -n 1)
    if [ -t 2 ]; then
      printf '\r\033[K  %3d s  %.60s' "$SECONDS" "$line" >&2
    elif [ "$line" != "$said" ]; then
      printf '  %3d s  %s\n' "$SECONDS" "$line" >&2
    fi
    said=$line
  done
}
