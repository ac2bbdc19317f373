#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in lists each file with words for people, and no other, in alphabetical order; and what
gettext reads of the words is what the compiler makes of them: no macro stands among them or around
them."""
import re

import tree

TRANSLATABLE = re.compile(
    r'\b(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2)\s*\(\s*(?:GETTEXT_PACKAGE,\s*)?"'
    r'|translatable="yes"'
)
# GLib's, or of our own; those of <inttypes.h> gettext knows.
MACRO = re.compile(r'\b(?:_|N_|ngettext)\s*\((?:\s*"(?:[^"\\]|\\.)*")+\s*((?!PRI)[A-Z]\w+)')
# The words are where such a macro is used, and gettext does not know it.
HIDDEN = re.compile(r'#\s*define\s+(\w+)\([^)]*\)\s+(?:N_|NC_)\s*\(')


def has_words(path):
    return TRANSLATABLE.search(path.read_text()) is not None


def findings():
    source = (tree.root() / 'po/POTFILES.in').read_text().splitlines()
    listed = [line for line in source if line and not line.startswith('#')]
    if listed != sorted(set(listed)):
        yield 'po/POTFILES.in: not in alphabetical order, or a file stands twice'
    sources = tree.files('src', suffixes={'.c', '.h', '.ui'})
    expected = {str(path.relative_to(tree.root())) for path in sources if has_words(path)}
    for path in sources:
        for macro in MACRO.findall(path.read_text()):
            yield f'{path.relative_to(tree.root())}: {macro} stands among the words'
        for macro in HIDDEN.findall(path.read_text()):
            yield f'{path.relative_to(tree.root())}: gettext does not find the words in {macro}()'
    for name in sorted(expected - set(listed)):
        yield f'{name}: has words for people and is not in po/POTFILES.in'
    for name in listed:
        if not (tree.root() / name).is_file():
            yield f'po/POTFILES.in: there is no {name}'
        elif name.startswith('src/') and name not in expected:
            yield f'po/POTFILES.in: {name} has no words for people'


tree.report(findings())
