# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Each program of tests/fuzz for a minute: how many inputs it took, and what it found.

fuzz_targets='json table picture database rows'
fuzz_seconds=60

# What is new goes to the build folder; an input that breaks a target, or is slow, to its findings.
fuzz_one () {
  local target=$1 work=$built/fuzz/$1 findings=$built/fuzz/findings/$1 log=$built/fuzz/$1.log
  mkdir -p "$work" "$findings"
  rm -f "$findings"/slow-unit-*
  inside env ASAN_OPTIONS=detect_leaks=1 G_DEBUG=fatal-warnings TMPDIR=/dev/shm \
    "$built/tests/fuzz/fuzz-$target" -max_total_time="$fuzz_seconds" -timeout=10 -report_slow_units=1 \
    -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="$findings/" \
    "$work" "$tree/tests/fuzz/corpus/$target" >"$log" 2>&1
}

# The sanitizers and a busy machine make slow: what was is tried once more as the tests do, by the
# time of the processor, and must stay under a second; so must what was found some other day.
judge_findings () {
  local target=$1 findings=$built/fuzz/findings/$1 log=$built/fuzz/$1.log
  [ -n "$(ls "$findings")" ] || return 0
  inside env G_DEBUG=fatal-warnings "$plain/tests/fuzz/fuzz-$target" "$findings" >>"$log" 2>&1
}

# "fuzz json: 12345 executions, 0 findings"
report_fuzz () {
  local target=$1 n_findings=$2 log=$built/fuzz/$1.log n
  n=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  if [ "$n_findings" = 0 ]; then
    echo "fuzz $target: ${n:-?} executions, 0 findings, none over 1 s"
  else
    echo "fuzz $target: ${n:-?} executions, $n_findings findings"
    tail -n 40 "$log"
  fi
}

# Fails where a target found something. The tests must have been built.
run_fuzz () {
  local target n_findings found=0 plain=$built
  build fuzz fuzz || return 1
  for target in $fuzz_targets; do
    note "Fuzzing $target for $fuzz_seconds seconds"
    n_findings=0
    { fuzz_one "$target" && judge_findings "$target"; } || { n_findings=1; found=1; }
    report_fuzz "$target" "$n_findings"
  done
  return "$found"
}
