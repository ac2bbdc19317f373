#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that were typed and not recorded are there again after the program was killed."""
from driver import Atspi, Improve, fail, settle

WORDS = 'The lift waits for nobody'


def read_draft(app):
    return ''.join(path.read_text(encoding='utf-8')
                   for path in app.folders.rglob('backlog.db.record-draft'))



def is_chosen(app, name):
    state = app.wait_for('toggle', name).get_state_set()
    return state.contains(Atspi.StateType.CHECKED) or state.contains(Atspi.StateType.PRESSED)


def begin(app):
    app.keys('ctrl+n')
    app.wait_for('entry', 'What gets in the way?')


with Improve() as app:
    begin(app)
    app.type(WORDS)
    app.write('Where', 'Köln')
    app.press('21–100', role='toggle')
    settle('the draft on the disk',
           lambda: WORDS in (text := read_draft(app)) and 'Köln' in text and '=3;' in text)
    app.kill()
    app.start_again()
    begin(app)
    app.wait_for('label', 'Kept from before')
    if (app.read('What gets in the way?'), app.read('Where')) != (WORDS, 'Köln'):
        fail('the words are not those that were typed')
    if not is_chosen(app, '21–100'):
        fail('the answer is not the one that was chosen')
    app.press('Discard')
    app.wait_for('label', 'Discarded')
    app.press('Undo')
    app.wait_for('label', 'Kept from before')
    app.press('Record')
    app.wait_to_hear('Irritant recorded')
    app.wait_for('row', lambda name: name.startswith(f'1: {WORDS}. '))
    if list(app.folders.rglob('*-draft')):
        fail('what is recorded is still a draft')
    begin(app)
    if app.read('What gets in the way?'):
        fail('what is recorded is offered again')
    app.close_dialog()
