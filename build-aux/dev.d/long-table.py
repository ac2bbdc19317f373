#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of what must hold for durability and merging, out of Meson's testlog.json.

A test that proves a part of it prints "# D1: 1000 kills, 0 lost, 0 damaged" or, where every case
must be tried, "# D3: 870 of 870 calls failed once, …". Fails where anything is missing, is too
little, or was said by a test that failed.
"""
import json
import re
import sys

# What, of what (words that the line has), and how many at least, all lines together.
REQUIRED = [
    ('D1', 'kills', 1000),
    ('D2', 'losses of power', 2000),
    ('D3', 'calls failed once,', 500),
    ('D3', 'calls failed once with a short log', 500),
    ('D4', 'calls after which all failed,', 500),
    ('D4', 'calls after which all failed with a short log', 500),
    ('D5', 'writes from which on it was full,', 500),
    ('D5', 'writes from which on it was full with a short log', 500),
    ('D6', 'backups failed', 450),
    ('D6', 'restorings failed', 200),
    ('D6', 'copies to a second folder failed', 50),
    ('D6', 'attachments failed', 60),
    ('D6', 'exports failed', 80),
    ('D6', 'announcements failed', 160),
    ('D7', 'kills', 100),
    ('D8', 'places', 1000),
    ('D8', 'read-only folder', 1),
    ('D8', 'empty file', 1),
    ('D8', 'text files', 1),
    ('D8', 'databases of others', 1),
    ('D8', 'newer version', 1),
    ('D9', 'writer', 1),
    ('D10', 'edits', 100),
    ('D11', 'damaged files, 0 crashes', 5000),
    ('D11', 'damaged files saved', 1000),
    ('D12', 'good backups untouched', 10),
    ('D12', 'steps of rotation', 20),
    ('S1', 'seeds', 1000),
    ('S2', 'seeds', 1000),
    ('S3', 'seeds', 1000),
    ('S4', 'orders', 100),
    ('S5', 'random actions', 500),
]
FIGURE = re.compile(r'^# ([DS]\d+): ((\d+)(?: of (\d+))? .+)$', re.MULTILINE)


def read(path):
    """(name, words, count, of how many, whether the test that said it passed) of every line."""
    with open(path, encoding='utf-8', errors='replace') as lines:
        for test in map(json.loads, lines):
            for name, words, count, total in FIGURE.findall(test.get('stdout', '')):
                yield name, words, int(count), int(total or count), test['result'] == 'OK'


def judge(figures, least):
    if not figures:
        return 'NOT RUN'
    if not all(passed for *_, passed in figures):
        return 'FAILED'
    if any(count < total for _, _, count, total, _ in figures) or sum(count for _, _, count, *_ in figures) < least:
        return 'TOO FEW'
    return 'holds'


def main(path):
    found, holds = list(read(path)), True
    for name, what, least in REQUIRED:
        figures = [figure for figure in found if figure[0] == name and what in figure[1]]
        verdict = judge(figures, least)
        holds &= verdict == 'holds'
        for _, words, *_ in figures or [(name, f'{least} {what}')]:
            print(f'{name:4} {verdict:8} {words}')
    return 0 if holds else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
