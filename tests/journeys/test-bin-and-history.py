#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Delete an irritant, find it in the bin, restore it, see in its history what happened, and use an
earlier value again; undo takes that back."""
from driver import Improve

WORDS = 'The door to the car park opens for nobody'
CHANGED = 'The barrier opens for nobody'

with Improve() as app:
    app.keys('ctrl+n')
    app.write('What gets in the way?', WORDS)
    app.press('Record')
    app.wait_for('row', lambda name: WORDS in name)
    app.choose('More About This Irritant', 'e')  # Delete
    app.wait_until_gone('row', lambda name: WORDS in name)

    app.choose('Main Menu', 'b')
    app.press('Restore')
    app.wait_to_hear('Restored')
    app.wait_for('label', 'The Bin Is Empty')
    app.close_dialog()
    app.wait_for('row', lambda name: WORDS in name)

    app.press('Edit')
    app.write('Title, in the colleagues’ words', CHANGED)
    app.press('Save')
    app.wait_for('row', lambda name: CHANGED in name)
    app.press('All Changes')
    app.wait_for('label', lambda said: said.endswith(' deleted the irritant'))
    app.wait_for('label', lambda said: said.endswith(' restored the irritant'))
    app.wait_for('label', f'Before: {WORDS}')
    app.press('Use This Again')
    app.wait_for('label', f'Before: {CHANGED}')
    app.press('Undo')
    app.wait_to_hear('Undone: ')
    app.close_dialog()
    app.wait_for('row', lambda name: CHANGED in name)
