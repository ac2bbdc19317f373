#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command has a man page, and every option of its help stands there, and no other.

Usage: test-man-pages.py PROGRAM FOLDER
"""
import re
import subprocess
import sys
from pathlib import Path

OPTION_OF_HELP = re.compile(r'^ +(?:(-\w), )?(--[a-z-]+)', re.MULTILINE)
OPTION_OF_PAGE = re.compile(r'^\.It (?:(Fl \w) , )?(Fl Fl [a-z-]+)', re.MULTILINE)
COMMAND = re.compile(r'^  ([a-z]+)  ', re.MULTILINE)


def help_of(program, *command):
    return subprocess.run([program, 'help', *command], check=True, capture_output=True,
                          text=True).stdout


def options_of_help(text):
    return {option for pair in OPTION_OF_HELP.findall(text) for option in pair if option}


def options_of_page(text):
    found = (option for pair in OPTION_OF_PAGE.findall(text) for option in pair if option)
    return {option.replace('Fl Fl ', '--').replace('Fl ', '-') for option in found}


def findings(program, folder):
    general = help_of(program)
    commands = COMMAND.findall(general)
    assert 'rank' in commands, general
    for command in ['', *(name for name in commands if name != 'help')]:
        page = folder / ('improve-' + command + '.1' if command else 'improve.1')
        if not page.is_file():
            yield f'{page.name}: missing'
            continue
        told = options_of_help(help_of(program, command) if command else general)
        written = options_of_page(page.read_text())
        assert told, command
        for option in sorted(told ^ written):
            yield f'{page.name}: {option} stands only in the {"help" if option in told else "page"}'
    for command in commands:
        if f'.It Cm {command}\n' not in (folder / 'improve.1').read_text():
            yield f'improve.1: nothing on {command}'


def main(program, folder):
    lines = list(findings(program, Path(folder)))
    print(*lines, f'{len(lines)} findings', sep='\n')
    return 1 if lines else 0


sys.exit(main(*sys.argv[1:]))
