#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person recorded outlives updates and removals of the program."""
import sqlite3

from sandbox import BRANCH, ID, MADE, REPO, main

FROM_THE_FUTURE = 1000


def record(home):
    home.improve('sample')
    return home.improve('rank', '--json').stdout


def is_kept_over_an_update(home):
    newer = home.path / 'newer'
    home.flatpak('remote-add', '--user', '--no-gpg-verify', 'test', f'file://{REPO}')
    home.flatpak('uninstall', '--user', '--noninteractive', ID)
    home.flatpak('install', '--user', '--noninteractive', 'test', ID)
    before = record(home)
    commit = home.flatpak('info', '--show-commit', ID)
    home.flatpak('build-export', '--subject=Newer', str(newer), str(MADE / 'program'), BRANCH)
    home.flatpak('remote-modify', '--user', f'--url=file://{newer}', 'test')
    home.flatpak('update', '--user', '--noninteractive', ID)
    assert home.flatpak('info', '--show-commit', ID) != commit, 'nothing was updated'
    assert home.improve('rank', '--json').stdout == before


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
