#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the results in Meson's testlog.json: "N passed, N failed".

A program that speaks TAP counts as many times as it reports results; one that failed counts at
least one failure whatever it reported (it may have crashed before it could report). Fails when
a test failed, and when none ran.
"""
import json
import re
import sys

RESULT = re.compile(r'^ *(not )?ok\b(.*)$', re.MULTILINE)


def count(test):
    good = test['result'] in ('OK', 'EXPECTEDFAIL')
    if test['result'] == 'SKIP':
        return 0, 0
    if not test.get('stdout', '').startswith(('TAP version', '1..')):
        return (1, 0) if good else (0, 1)
    results = [failed for failed, rest in RESULT.findall(test['stdout']) if '# SKIP' not in rest.upper()]
    failed = sum(map(bool, results))
    return len(results) - failed, 0 if good else max(1, failed)


def read(path):
    try:
        with open(path, encoding='utf-8', errors='replace') as lines:
            return [json.loads(line) for line in lines]
    except FileNotFoundError:
        return []


def main(path):
    counts = [count(test) for test in read(path)]
    passed = sum(p for p, _ in counts)
    failed = sum(f for _, f in counts)
    print(f'{passed} passed, {failed} failed')
    return 0 if passed and not failed else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
