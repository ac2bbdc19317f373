# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up, configures and builds one kind of build; `built` is its folder afterwards.

# Where each kind of build is. A test sees to it that the manifest leaves them out.
declare -A folders=([debug]=_build [asan]=_build-asan [release]=_build-release [fuzz]=_build-fuzz)

# What running the program takes; the tests are most of the rest.
targets='src/app/improve data/gschemas.compiled'

# build debug|asan|release|fuzz [TARGET…]: without a target, everything
build () {
  local kind=$1
  shift
  set_up
  choose_folder "${folders[$kind]}"
  mkdir -p "$built"
  {
    flock 9
    configure "$kind"
    compile "$@"
  } 9>"$built/.dev-lock"
}

# In the tree, where everybody looks for it; in the cache where the tree cannot be written.
choose_folder () {
  built=$tree/$1
  if [ -e "$built" ]; then
    [ ! -w "$built" ] || return 0
  elif [ -w "$tree" ]; then
    return 0
  fi
  built=$cache/build/$(printf '%s' "$tree" | sha256sum | cut -c1-12)/$1
}

# Configures anew where the last time was in another place (other libraries).
configure () {
  local options=() compiler=() log=$built/.dev-setup.log
  case $1 in
    asan) options+=("-Db_sanitize=address,undefined" -Db_lundef=false) ;;
    release) options+=(--buildtype=release) ;;
    fuzz) options+=(-Dfuzz=true "-Db_sanitize=address,undefined" -Db_lundef=false) ;;
  esac
  [ "$(cat "$built/.dev-place" 2>/dev/null)" != "$place" ] || return 0
  [ ! -e "$built/build.ninja" ] || options+=(--wipe)
  note "Configuring in $built"
  [ "$1" != fuzz ] || compiler=(env CC=clang)
  inside "${compiler[@]}" meson setup "${options[@]}" "$built" "$tree" >"$log" 2>&1 || {
    cat "$log" >&2
    return 1
  }
  printf '%s\n' "$place" >"$built/.dev-place"
}

# Of the steps ("[12/400] …") it reads: a line at each quarter; and all that went wrong.
show_quarters () {
  local line shown=0 quarter
  while IFS= read -r line; do
    if [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]]; then
      quarter=$((4 * BASH_REMATCH[1] / BASH_REMATCH[2]))
      [ "$quarter" -le "$shown" ] || note "  $((25 * quarter)) % built"
      shown=$quarter
    else
      note "$line"
    fi
  done
}

# Everything, or the targets named. A terminal sees each step, a log file a sign of life and what went wrong.
compile () {
  local log=$built/.dev-build.log
  [[ $(inside ninja -C "$built" -n "$@") != *'no work to do'* ]] || return 0
  note "Building in $built"
  if [ -t 2 ]; then
    inside ninja -C "$built" "$@" >&2
  else
    inside ninja -C "$built" "$@" | tee "$log" | show_quarters
  fi
}
