#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder that is opened to one command alone: the open window has no part in it, so the command
says what to do instead of failing by a wrong reason; with the window closed it works."""
import subprocess

from driver import PROGRAM, SANDBOX_ID, Improve, fail

WORDS = 'The badge reader asks twice'


def run(app, folder, *arguments):
    return subprocess.run([*PROGRAM[:-1], f'--filesystem={folder}', SANDBOX_ID, *arguments],
                          env=app.environment, text=True, capture_output=True, check=False)


with Improve(sample=True) as app:
    folder = app.home / 'Lists'
    folder.mkdir()
    (folder / 'list.csv').write_text(f'Title\n{WORDS}\n')
    for arguments in (['import', '--as', 'csv', folder / 'list.csv'],
                      ['export', folder / 'all.json']):
        done = run(app, folder, *arguments)
        if done.returncode != 1 or 'close the window' not in done.stderr:
            fail(f'{arguments}: {done}')
        if list(folder.iterdir()) != [folder / 'list.csv']:
            fail(f'{arguments} left something: {list(folder.iterdir())}')
    app.quit()
    for arguments in (['import', '--as', 'csv', folder / 'list.csv'],
                      ['export', folder / 'all.json']):
        done = run(app, folder, *arguments)
        if done.returncode != 0:
            fail(f'{arguments}: {done}')
    if WORDS not in (folder / 'all.json').read_text():
        fail('what was imported was not exported')
