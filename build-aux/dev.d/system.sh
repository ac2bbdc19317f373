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

# step WORDS COMMAND…: says what is done and how long it took; of what the command says, only the
# end of a failure. A function must chain its commands by &&.
step () {
  local words=$1 log=$cache/step-$$.log start=$SECONDS
  shift
  [ ! -t 2 ] || printf '  …      %s' "$words" >&2
  "$@" >"$log" 2>&1 || {
    note "" "$(tail -n 40 "$log")"
    rm -f "$log"
    die "Cannot $words. What was said last stands above."
  }
  rm -f "$log"
  [ ! -t 2 ] || printf '\r\033[K' >&2
  note "$(printf '  %3d s  %s' $((SECONDS - start)) "$words")"
}

# Takes one line of shell, so that it can be shown to who may run it.
as_administrator () {
  if [ "$(id -u)" = 0 ]; then
    sh -c "$1"
  elif command -v sudo >/dev/null; then
    sudo --preserve-env=http_proxy,https_proxy,no_proxy sh -c "$1"
  else
    die "Cannot install what is missing: this is not the administrator's account and there is no sudo." \
      "Ask your administrator to run this, then repeat:" "  $1"
  fi
}

apt_candidate () {
  apt-cache policy "$1" | sed -n 's/^  Candidate: //p' | grep -v '(none)'
}

# Installs those of the packages that are not there. A list that cannot be read anew may be one
# that is not needed, so only the installation decides.
apt_install () {
  local missing=() package log=$cache/installing.log
  for package; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  note "Installing ${missing[*]}"
  as_administrator "apt-get update -qq; DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
    apt-get install -y -qq --no-install-recommends ${missing[*]}" >"$log" || {
    tail -n 5 "$log" >&2
    die "Cannot install these packages. What apt said stands above. Is there a network?" \
      "Behind a proxy set http_proxy, then repeat."
  }
}
