#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From what a colleague said to their page, and erasing them: no byte of the name is left."""
import re

from driver import Improve, fail, settle

NAME = 'Zoë Brandt'
WORDS = 'The lift waits for nobody. Ask Zoë Brandt on Mondays.'
TRACES = [text.encode() for text in ('Zoë', 'ZOË', 'Zoe\u0308', 'Brandt', 'BRANDT', 'brandt')]


def count_traces(folder):
    return sum(file.read_bytes().count(trace) for file in folder.rglob('*') if file.is_file()
               for trace in TRACES)


def back_up(app):
    app.choose('Main Menu', 'p')
    app.wait_for('dialog', 'Backups')
    app.press('Back Up Now')
    app.wait_for('label', 'All Backups')
    app.close_dialog()


with Improve() as app:
    app.keys('ctrl+n')
    app.write('What gets in the way?', WORDS)
    app.write('Who said it', NAME)
    app.press('Record')
    app.wait_for('row', lambda name: 'The lift waits' in name)
    back_up(app)
    data = app.folders / 'data'
    settle('the name in the file', lambda: count_traces(data) > 0)
    app.keys('ctrl+n')
    app.write('What gets in the way?', f'{NAME} cannot print')
    app.close_dialog()
    app.press(lambda name: name.startswith(NAME))
    app.write('Role', 'Caretaker Brandt')
    app.press('More About This Colleague', role='toggle')
    app.wait_for('menu item', None)
    app.keys('e')
    app.wait_for('label', 'Where the Name Occurs')
    app.wait_for('label', 'Becomes: Ask [name removed] on Mondays.')
    app.wait_for('label', '1 report stays, without the name.')
    app.wait_for('label', lambda said: said.startswith('What you began to write'))
    app.press('Erase…')
    app.wait_for('label', f'Erase {NAME}?')
    app.press('Erase')
    app.wait_to_hear('Colleague erased')
    app.wait_for('label', lambda said: 'Ask [name removed] on Mondays.' in said)
    app.wait_until_gone('button', lambda name: name.startswith(NAME))
    app.quit()
    if left := count_traces(app.folders):
        fail(f'the name still stands in {left} places')
    said = app.command('check', '--deep')
    if not re.search('^Problems +none$', said, re.MULTILINE):
        fail(said)
