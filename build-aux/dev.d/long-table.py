#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of what must hold for durability and merging, out of Meson's testlog.json.

A test that proves a line of it prints "# D1: 1000 kills, 0 lost, 0 damaged".
"""
import json
import re
import sys

LINES = [f'D{n}' for n in range(1, 13)] + [f'S{n}' for n in range(1, 6)]
FIGURES = re.compile(r'^# ([DS]\d+): (.+)$', re.MULTILINE)


def read(path):
    figures = {name: [] for name in LINES}
    with open(path, encoding='utf-8', errors='replace') as lines:
        for test in map(json.loads, lines):
            for name, words in FIGURES.findall(test.get('stdout', '')):
                if name in figures:
                    figures[name].append((test['result'], words))
    return figures


def main(path):
    for name, results in read(path).items():
        for result, words in results or [('not run', '')]:
            print(f'{name:4} {"holds" if result == "OK" else result:8} {words}')


if __name__ == '__main__':
    main(sys.argv[1])
