# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lint tests share: walking the tree, and saying what was found."""
import sys
from pathlib import Path


def root():
    return Path(sys.argv[1])


def files(*folders, suffixes):
    """The files under these folders of the tree with one of these suffixes, in order."""
    found = (path for folder in folders for path in (root() / folder).rglob('*'))
    return sorted(path for path in found if path.suffix in suffixes and path.is_file())


def report(findings):
    """Prints the findings, each a line, and ends the program: with 1 if there are any."""
    lines = list(findings)
    for line in lines:
        print(line)
    print(f'{len(lines)} findings')
    sys.exit(1 if lines else 0)
