# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Messages, the folders everything is kept in, and how to act as the administrator.

HOME=${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}
export HOME
cache=${XDG_CACHE_HOME:-$HOME/.cache}/improve-dev

# Standard output belongs to the program that is run; what this command says goes beside it.
note () {
  printf '%s\n' "$*" >&2
}

die () {
  printf '%s\n' "$@" >&2
  exit 1
}

as_administrator () {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "Cannot install what is missing: this is not the administrator's account and there is no sudo." \
      "Ask your administrator to run this, then repeat:" "  $*"
  fi
}

apt_update () {
  as_administrator apt-get update -qq >&2 \
    || die "Cannot read the lists of packages. Is there a network? Behind a proxy set http_proxy, then repeat."
}

apt_candidate () {
  apt-cache policy "$1" | sed -n 's/^  Candidate: //p' | grep -v '(none)'
}

# Installs those of the packages that are not there.
apt_install () {
  local missing=() package
  for package; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -q '^installed$' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  apt_candidate "${missing[0]}" >/dev/null || apt_update
  note "Installing ${missing[*]}"
  as_administrator env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2 \
    || die "Cannot install ${missing[*]}. What apt said stands above; put that right and repeat."
}
