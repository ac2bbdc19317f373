# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The tests of the Flatpak in the real sandbox, on the host: those of tests/sandbox, and the
# journeys that make up the main job. What this machine cannot run stands in lines "NOT RUN: …"; the
# last line is "N passed, N failed".

sandbox_journeys='about first-start main-job record-and-undo commands-from-outside'

test_flatpak () {
  check_sandbox_names "$@"
  can_sandbox || {
    echo "NOT RUN: all tests in the sandbox, because ${no_sandbox//$'\n'/ }"
    echo "0 passed, 0 failed"
    return
  }
  trap 'echo "0 passed, 1 failed"' EXIT # what cannot be made is a failure like any other
  build_flatpak
  note "Testing in the sandbox"
  scratch=$built/tmp
  rm -rf -- "$scratch" # left by one that was killed
  trap 'rm -rf -- "$scratch"; echo "0 passed, 1 failed"' EXIT
  run_sandbox_tests "$@"
  trap 'rm -rf -- "$scratch"' EXIT
  [ "$passed" -gt 0 ] && [ "$failed" = 0 ]
}

check_sandbox_names () {
  local name known
  known=$(list_sandbox_tests | cut -d' ' -f1 | paste -sd' ')
  for name; do
    [[ " $known " = *" $name "* ]] || die "There is no test \"$name\" of the Flatpak. There are" "  $known"
  done
}

# Sets `passed` and `failed`. The output of what failed stands together, before the counts.
run_sandbox_tests () {
  local name test failures=()
  passed=0 failed=0
  while read -r name test; do
    [ $# -eq 0 ] || [[ " $* " = *" $name "* ]] || continue
    [ "$name" != portals ] || has_fuse || continue
    run_sandbox_test "$name" "$test"
  done < <(list_sandbox_tests)
  for name in "${failures[@]}"; do
    printf '\nFAILED: sandbox/%s\n' "$name"
    tail -n 40 "$logs/test-$name.log" | sed 's/^/    | /'
  done
  echo "$passed passed, $failed failed"
}

# The document portal shows files by FUSE, which a container may not have.
has_fuse () {
  (: <>/dev/fuse) 2>/dev/null || {
    echo "NOT RUN: portals, because /dev/fuse cannot be opened on this machine"
    return 1
  }
}

# Lines of a name and its script.
list_sandbox_tests () {
  local path name
  for path in "$tree"/tests/sandbox/{test,journey}-*.py; do
    name=$(basename "$path" .py)
    printf '%s %s\n' "${name#*-}" "$path"
  done
  for name in $sandbox_journeys; do
    printf '%s %s\n' "$name" "$tree/tests/journeys/test-$name.py"
  done
}

# run_sandbox_test NAME SCRIPT: a script reports in TAP, or counts once by how it ended.
# Temporary files are in the build folder, where they are found should somebody end it the hard way.
# The XDG folders stand for those of the person who works on this; no test may come to know of them.
run_sandbox_test () {
  local log=$logs/test-$1.log start=$SECONDS good bad code=0
  local arguments=("$built")
  case $2 in */journeys/* | */journey-*) arguments=(flatpak run --die-with-parent "$app_id") ;; esac
  mkdir -p "$scratch"
  attend env TMPDIR="$scratch" XDG_{DATA,CONFIG,STATE,CACHE}_HOME="$scratch/person" \
    PYTHONPATH="$tree/tests/journeys" PYTHONDONTWRITEBYTECODE=1 \
    G_DEBUG=fatal-warnings LC_ALL=C.UTF-8 TZ=UTC "$tree/tests/sandbox/on-bare-bus.sh" \
    timeout --kill-after=10 300 /usr/bin/python3 "$2" "${arguments[@]}" \
    </dev/null >"$log" 2>&1 || code=$?
  good=$(grep -c '^ok ' "$log") || true
  bad=$(grep -c '^not ok ' "$log") || true
  if [ "$code" != 0 ]; then
    failures+=("$1")
    [ "$bad" -gt 0 ] || bad=1
  elif [ "$good" = 0 ]; then
    good=1
  fi
  passed=$((passed + good)) failed=$((failed + bad))
  note "$(printf '  %3d s  %s: %d passed, %d failed' $((SECONDS - start)) "$1" "$good" "$bad")"
}
