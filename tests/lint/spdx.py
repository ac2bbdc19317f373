#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each source file starts with who holds the copyright, the licence, and what the file is for."""
import tree

SUFFIXES = {'.build', '.c', '.css', '.h', '.in', '.py', '.sh', '.svg', '.ui', '.xml'}
WITHOUT = {'POTFILES.in'}
WITH_PURPOSE = {'.c', '.h', '.py', '.sh'}
MARKS = ('SPDX-FileCopyrightText: ', 'SPDX-License-Identifier: ')


def fault(path):
    """What the head of the file lacks, or None."""
    head = path.read_text().splitlines()[:6]
    for mark in MARKS:
        if not any(mark in line for line in head):
            return f'no {mark.strip(": ")} on top'
    if path.suffix in WITH_PURPOSE:
        licence = next(i for i, line in enumerate(head) if MARKS[1] in line)
        if len(head) <= licence + 1 or not head[licence + 1].strip(' */#"'):
            return 'no line that says what the file is for'
    return None


def findings():
    for path in tree.files('.ci', 'build-aux', 'data', 'po', 'src', 'tests', suffixes=SUFFIXES):
        if path.name not in WITHOUT and (lack := fault(path)):
            yield f'{path.relative_to(tree.root())}: {lack}'


tree.report(findings())
