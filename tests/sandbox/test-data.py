#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person recorded outlives updates and removals of the program."""
import re
import shutil
import sqlite3

from sandbox import BRANCH, ID, MADE, REPO, main

FROM_THE_FUTURE = 1000
FILES = MADE / 'program/files'
[METAINFO] = FILES.glob(f'share/*/{ID}.*.xml')  # the place depends on flatpak-builder's version
OLD = re.search(r'<release version="([^"]*)"', METAINFO.read_text()).group(1)
NEW = OLD[:-1] + '9'


def record(home):
    home.improve('sample')
    (home.data / 'list.csv').write_text('title\nThe door sticks\n')
    return home.improve('rank', '--json').stdout


def make_newer(home):
    """The program with another version: other bytes in the program and in its metainfo. Gives the
    repository with it."""
    program, repo = home.path / 'program', home.path / 'newer'
    shutil.copytree(MADE / 'program', program, symlinks=True)
    for name in ('bin/improve', METAINFO.relative_to(FILES)):
        path = program / 'files' / name
        before = path.read_bytes()
        path.write_bytes(before.replace(OLD.encode(), NEW.encode()))
        assert path.read_bytes() != before, f'{name} does not name {OLD}'
    home.flatpak('build-export', '--subject=Newer', repo, program, BRANCH)
    return repo


def is_kept_over_an_update(home):
    home.flatpak('remote-add', '--user', '--no-gpg-verify', 'test', f'file://{REPO}')
    home.flatpak('uninstall', '--user', '--noninteractive', ID)
    home.flatpak('install', '--user', '--noninteractive', 'test', ID)
    before = record(home)
    assert home.improve('--version').stdout == f'improve {OLD}\n'
    home.flatpak('remote-modify', '--user', f'--url=file://{make_newer(home)}', 'test')
    home.flatpak('update', '--user', '--noninteractive', ID)
    assert home.improve('--version').stdout == f'improve {NEW}\n'
    assert home.improve('rank', '--json').stdout == before
    assert NEW in home.improve('check').stdout
    home.improve('import', '--as', 'csv', home.data / 'list.csv')
    assert 'The door sticks' in home.improve('rank', '--json').stdout


def is_kept_over_uninstall_and_install(home):
    before = record(home)
    home.flatpak('uninstall', '--user', '--noninteractive', ID)
    home.run('flatpak', 'run', ID, code=1)
    home.install()
    assert home.improve('rank', '--json').stdout == before


def of_a_newer_version_is_refused(home):
    record(home)
    with sqlite3.connect(home.backlog) as db:
        db.execute(f'PRAGMA user_version = {FROM_THE_FUTURE}')
    db.close()
    bytes_before = home.backlog.read_bytes()
    for command in ('rank', 'check', 'sample'):
        said = home.improve(command, code=1).stderr
        assert 'newer' in said and 'not been modified' in said, said
    assert home.backlog.read_bytes() == bytes_before


def is_where_check_says(home):
    record(home)
    said = home.improve('check').stdout
    words = ''.join(said.split())  # a long path has more than one line
    assert ''.join(str(home.backlog).split()) in words, said
    for fact in ('Size', 'Version', 'schema'):
        assert fact in said, said


main(is_kept_over_an_update, is_kept_over_uninstall_and_install, of_a_newer_version_is_refused,
     is_where_check_says)
