# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
# All tests, or those named; the last line is "N passed, N failed".

dev_test () {
  local kind=debug long=no options=() log
  while [ $# -gt 0 ]; do
    case $1 in
      --long) long=yes; export IMPROVE_TEST_LONG=1; options+=(--timeout-multiplier 40) ;;
      --flatpak) shift; test_flatpak "$@"; return ;;
      --asan) kind=asan; options+=(--no-suite lint --timeout-multiplier 5) ;;
      --*) die "There is no option \"$1\"; build-aux/dev help lists what there is." ;;
      *) break ;;
    esac
    shift
  done
  trap 'echo "0 passed, 1 failed"' EXIT # a tree that does not build is a failure like any other
  build "$kind"
  trap - EXIT
  log=$built/meson-logs/testlog.json
  rm -f "$log"
  inside meson test -C "$built" --no-rebuild "${options[@]}" "$@" || true
  if [ "$long" = yes ] && [ $# -eq 0 ]; then
    finish_long "$log"
  else
    inside python3 "$parts/count-tests.py" "$log"
  fi
}

# The counts stay the last line; they are of the tests, and a finding of the fuzzing, or what the table
# misses, fails the run.
finish_long () {
  local log=$1 found=0
  (run_fuzz) || found=1
  inside python3 "$parts/long-table.py" "$log" || found=1
  inside python3 "$parts/count-tests.py" "$log" && [ "$found" = 0 ]
}
