#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each language of po/LINGUAS has a sound translation, and at least what software centres and menus
show of the program is in it: the whole desktop file and metainfo. A language that says how it is
called says everything that stands on paper.

Usage: translations.py ROOT DESKTOP METAINFO, the last two as they are installed
"""
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import tree

DESKTOP, METAINFO = map(Path, sys.argv[2:])
TRANSLATED = ('summary', 'p', 'li', 'caption')
LANGUAGE = '{http://www.w3.org/XML/1998/namespace}lang'
ON_PAPER = ('src/publish/', 'src/model/imp-phrase.c', 'src/model/imp-sentence.c',
            'src/model/imp-top-ten.c')
EMPTY = re.compile(r'^msgstr(\[\d\])? ""\n(?!")', re.MULTILINE)


def check_list(languages):
    if languages != sorted(set(languages)) or not languages:
        yield 'po/LINGUAS: empty, not in alphabetical order, or a language stands twice'
    there = sorted(path.stem for path in (tree.root() / 'po').glob('*.po'))
    if there != languages:
        yield f'po/LINGUAS: names {languages}, and there are {there}'


def check_paper(entries):
    named = any(re.search(r'^msgid "en"\nmsgstr "."', entry, re.MULTILINE) for entry in entries)
    for entry in entries if named else []:
        of_paper = any(f' {place}' in line for place in ON_PAPER
                       for line in entry.splitlines() if line.startswith('#:'))
        if of_paper and EMPTY.search(entry + '\n'):
            yield f'not all that stands on paper is translated:\n{entry}'


def check_file(path):
    done = subprocess.run(['msgfmt', '--check', '--output-file=/dev/null', path], check=False,
                          capture_output=True, text=True)
    if done.returncode != 0:
        yield done.stderr
    text = path.read_text()
    if '\n#, fuzzy' in text or '\n#~' in text:
        yield 'has entries that are fuzzy or out of use'
    yield from check_paper(text.split('\n\n'))


def check_desktop_file(language):
    text = DESKTOP.read_text()
    for key in re.findall(r'^(Name|GenericName|Comment|Keywords)=', text, re.MULTILINE):
        if f'\n{key}[{language}]=' not in text and key != 'Name':
            yield f'the desktop file has no {key}'
    if text.count(f'\nName[{language}]=') < len(re.findall(r'^\[Desktop Action', text, re.MULTILINE)):
        yield 'the desktop file has an action without a name'


def check_metainfo(language):
    root = ElementTree.parse(METAINFO).getroot()
    for tag in TRANSLATED:
        nodes = list(root.iter(tag))
        own = [node for node in nodes if node.get(LANGUAGE) is None]
        said = [node for node in nodes if node.get(LANGUAGE) == language]
        if len(own) != len(said):
            yield f'of {len(own)} <{tag}> in the metainfo {len(said)} are translated'


def findings():
    lines = (tree.root() / 'po/LINGUAS').read_text().splitlines()
    languages = [line for line in lines if line and not line.startswith('#')]
    yield from check_list(languages)
    for language in languages:
        path = tree.root() / 'po' / f'{language}.po'
        for check, what in ((check_file, path), (check_desktop_file, language),
                            (check_metainfo, language)):
            yield from (f'{language}: {finding}' for finding in check(what))


tree.report(findings())
