#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A command typed in a terminal shows in the open window at once, and undo takes it back there."""
from driver import Improve

WORDS = 'The gate opens for nobody before nine'
LIST = f'title,people,often,minutes\n{WORDS},400,60,60\n'


def is_first(name):
    return name.startswith(f'1: {WORDS}. ')


with Improve(sample=True) as app:
    app.wait_for('row', lambda name: name.startswith('1: '))
    (app.files / 'list.csv').write_text(LIST)
    app.command('import', str(app.files / 'list.csv'), '--as', 'csv')
    app.wait_for('row', is_first)
    app.keys('ctrl+z')
    app.wait_until_gone('row', is_first)
    assert WORDS not in app.command('rank', '--all', '--json')
    app.command('--record')
    app.wait_for('entry', 'What gets in the way?')
    app.close_dialog()
