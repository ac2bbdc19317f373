# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Messages, the folders everything is kept in, and how to act as the administrator.

HOME=${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}
export HOME
cache=${XDG_CACHE_HOME:-$HOME/.cache}/improve-dev
logs=$cache/logs

# Standard output belongs to the program that is run; what this command says goes beside it.
note () {
  printf '%s\n' "$*" >&2
}

die () {
  printf '%s\n' "$@" >&2
  exit 1
}

# take_turn FD WORDS: locks the file behind it, when whoever has it is done.
take_turn () {
  flock --nonblock "$1" || {
    note "Waiting for another build-aux/dev that $2."
    setpriv --pdeathsig TERM flock "$1"
  }
}

# attend COMMAND…: runs a program, or a function, in a process group of its own. When this command is
# ended meanwhile, the group is ended first, and what it holds open is not held by anybody else.
attended=
attend () {
  local code=0
  [ "$(type -t "$1")" = function ] || set -- setpriv --pdeathsig TERM "$@"
  trap 'end_attended 129' HUP
  trap 'end_attended 130' INT
  trap 'end_attended 143' TERM
  set -m
  "$@" 8>&- 9>&- &
  attended=$!
  set +m
  wait "$attended" || code=$?
  attended=
  trap - HUP INT TERM
  return "$code"
}

# Whoever does not end when told to is given ten seconds.
end_attended () {
  trap '' HUP INT TERM
  kill -TERM -- "-$attended" 2>/dev/null || true
  for _ in {1..100}; do
    kill -0 -- "-$attended" 2>/dev/null || break
    sleep 0.1
  done
  kill -KILL -- "-$attended" 2>/dev/null || true
  exit "$1"
}

# step WORDS COMMAND…: says what is done and how long it took. All that the command says is kept in
# the folder `logs`; of a failure the end is shown. A function must chain its commands by &&.
step () {
  local words=$1 log=$logs/${1// /-}.log start=$SECONDS
  shift
  mkdir -p "$logs"
  [ ! -t 2 ] || printf '  …      %s' "$words" >&2
  "$@" >"$log" 2>&1 || {
    note "" "$(tail -n 40 "$log")"
    die "Cannot $words. What was said last stands above, and all of it in" "  $log"
  }
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
