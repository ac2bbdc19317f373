# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Each program of tests/fuzz for a minute: how many inputs it took, and what it found.

fuzz_targets='json table database rows'
fuzz_seconds=60

# What is new goes to the build folder; an input that breaks a target stands in its findings.
fuzz_one () {
  local target=$1 work=$built/fuzz/$1 log=$built/fuzz/$1.log
  mkdir -p "$work" "$built/fuzz/findings"
  inside env ASAN_OPTIONS=detect_leaks=1 G_DEBUG=fatal-warnings TMPDIR=/dev/shm \
    "$built/tests/fuzz/fuzz-$target" -max_total_time="$fuzz_seconds" -timeout=10 \
    -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="$built/fuzz/findings/$target-" \
    "$work" "$tree/tests/fuzz/corpus/$target" >"$log" 2>&1
}

# "fuzz json: 12345 executions, 0 findings, the slowest under 1 s"
report_fuzz () {
  local target=$1 n_findings=$2 log=$built/fuzz/$1.log n slowest
  n=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  slowest=$(sed -n 's/^stat::slowest_unit_time_sec: *//p' "$log")
  echo "fuzz $target: ${n:-?} executions, $n_findings findings, the slowest under $((${slowest:-0} + 1)) s"
  [ "$n_findings" = 0 ] || tail -n 40 "$log"
}

# Fails where a target found something.
run_fuzz () {
  local target n_findings found=0
  build fuzz fuzz || return 1
  for target in $fuzz_targets; do
    note "Fuzzing $target for $fuzz_seconds seconds"
    n_findings=0
    fuzz_one "$target" || { n_findings=1; found=1; }
    report_fuzz "$target" "$n_findings"
  done
  return "$found"
}
