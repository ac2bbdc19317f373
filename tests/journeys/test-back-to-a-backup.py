#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Record, back up, delete, restore: it is there again; and the deletion is a backup itself."""
from driver import Improve

WORDS = 'The door to the car park opens for nobody'


def record(app, words):
    app.keys('ctrl+n')
    app.write('What gets in the way?', words)
    app.press('Record')


def open_backups(app):
    app.press('Main Menu', role='toggle')
    app.wait_for('menu item', None)
    app.keys('p')
    app.wait_for('dialog', 'Backups')


def is_it(name):
    return WORDS in name


with Improve() as app:
    record(app, WORDS)
    app.wait_for('row', is_it)
    open_backups(app)
    app.press('Back Up Now')
    app.wait_for('label', 'All Backups')
    app.close_dialog()
    app.keys('ctrl+z')
    app.wait_until_gone('row', is_it)
    open_backups(app)
    app.press('Restore…')
    app.press('Restore')
    app.wait_to_hear('Backup restored')
    app.wait_for('row', is_it)
    app.press_in_toast('Backup restored', 'Undo')
    app.wait_to_hear('Undone: Backup restored')
    app.wait_until_gone('row', is_it)
    app.press_in_toast('Undone: Backup restored', 'Undo')
    app.wait_for('row', is_it)
    open_backups(app)
    app.wait_for('label', lambda said: said.endswith('before another one was restored'))
    app.close_dialog()
    app.quit()
