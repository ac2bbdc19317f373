# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The tests of the Flatpak in the real sandbox, on the host: those of tests/sandbox, and the
# journeys that make up the main job. The last line is "N passed, N failed".

sandbox_journeys='about first-start main-job record-and-undo commands-from-outside'

test_flatpak () {
  local test name passed=0 failed=0
  trap 'echo "0 passed, 1 failed"' EXIT # what cannot be made is a failure like any other
  ready_flatpak_tools
  can_sandbox || {
    trap - EXIT
    note "The tests in the sandbox are not run: $no_sandbox"
    echo "0 passed, 0 failed"
    return
  }
  build_flatpak
  trap - EXIT
  note "Testing in the sandbox"
  while read -r name test; do
    [ $# -eq 0 ] || [[ " $* " = *" $name "* ]] || continue
    [ "$name" != portals ] || has_fuse || continue
    run_sandbox_test "$name" "$test"
  done < <(list_sandbox_tests)
  echo "$passed passed, $failed failed"
  [ "$passed" -gt 0 ] && [ "$failed" = 0 ]
}

# The document portal shows files by FUSE, which a container may not have.
has_fuse () {
  (: <>/dev/fuse) 2>/dev/null || {
    note "  not run: portals, because /dev/fuse cannot be opened on this machine"
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
run_sandbox_test () {
  local log=$built/test-$1.log start=$SECONDS good bad code=0
  local arguments=("$built")
  case $2 in */journeys/* | */journey-*) arguments=(flatpak run org.example.Improve) ;; esac
  env PYTHONPATH="$tree/tests/journeys" PYTHONDONTWRITEBYTECODE=1 G_DEBUG=fatal-warnings \
    LC_ALL=C.UTF-8 TZ=UTC timeout --kill-after=10 300 "$tree/tests/sandbox/on-bare-bus.sh" \
    /usr/bin/python3 "$2" "${arguments[@]}" </dev/null >"$log" 2>&1 || code=$?
  good=$(grep -c '^ok ' "$log") || true
  bad=$(grep -c '^not ok ' "$log") || true
  if [ "$code" != 0 ]; then
    cat "$log" >&2
    [ "$bad" -gt 0 ] || bad=1
  elif [ "$good" = 0 ]; then
    good=1
  fi
  passed=$((passed + good)) failed=$((failed + bad))
  note "$(printf '  %3d s  %s: %d passed, %d failed' $((SECONDS - start)) "$1" "$good" "$bad")"
}
