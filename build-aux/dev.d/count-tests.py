#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the results in Meson's testlog.json: "N passed, N failed", after the end of what each
test that failed has said: "FAILED: store / imp-plans", then lines that begin with "    | ".

A program that speaks TAP counts as many times as it reports results; one that failed counts at
least one failure whatever it reported (it may have crashed before it could report). Fails when
a test failed, and when none ran.
"""
import json
import re
import sys

RESULT = re.compile(r'^ *(not )?ok\b(.*)$', re.MULTILINE)
PASSED = re.compile(r'^ *ok\b|^# (Start|End) of |^TAP version|^1\.\.\d')
MEMORY_MAP = '\nShadow bytes around'  # how a sanitizer's report ends
SHOWN = 40


def is_good(test):
    return test['result'] in ('OK', 'EXPECTEDFAIL', 'SKIP')


def count(test):
    if test['result'] == 'SKIP':
        return 0, 0
    if not test.get('stdout', '').startswith(('TAP version', '1..')):
        return (1, 0) if is_good(test) else (0, 1)
    results = [failed for failed, rest in RESULT.findall(test['stdout']) if '# SKIP' not in rest.upper()]
    failed = sum(map(bool, results))
    return len(results) - failed, 0 if is_good(test) else max(1, failed)


def tell(test):
    said = test.get('stdout', '') + '\n' + test.get('stderr', '').split(MEMORY_MAP)[0]
    lines = [line for line in said.splitlines() if line.strip() and not PASSED.match(line)]
    print(f'\nFAILED: {test["name"].split(":")[-1]} ({test["result"]})')
    for line in lines[-SHOWN:]:
        print(f'    | {line}')


def read(path):
    try:
        with open(path, encoding='utf-8', errors='replace') as lines:
            return [json.loads(line) for line in lines]
    except FileNotFoundError:
        return []


def main(path):
    tests = read(path)
    for test in tests:
        if not is_good(test):
            tell(test)
    counts = [count(test) for test in tests]
    passed = sum(p for p, _ in counts)
    failed = sum(f for _, f in counts)
    print(f'{passed} passed, {failed} failed')
    return 0 if passed and not failed else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
