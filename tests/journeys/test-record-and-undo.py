#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Record an irritant that costs a lot: it ranks first. Undo takes it away, redo brings it back."""
from driver import Improve, fail

WORDS = 'The door to the car park opens for nobody'

with Improve(sample=True) as app:
    before = app.rows()[3]
    app.keys('ctrl+n')
    app.write('What gets in the way?', WORDS)
    for answer in ('101–500', '3+ a day', '31–90', 'Measured'):
        app.press(answer, role='toggle')
    app.wait_for('label', lambda said: 'hours a month' in said and 'not known' not in said)
    app.press('Record')
    first = lambda name: name.startswith(f'1: {WORDS}. ')
    app.wait_for('row', first)
    app.wait_for('row', lambda name: name.startswith('2: '))
    app.press('Undo')
    app.wait_until_gone('row', first)
    app.wait_to_hear('Undone: Irritant recorded')
    if before not in app.rows():
        fail('the list is not as it was before')
    app.keys_until('ctrl+shift+z', 'the irritant again', lambda: app.look('row', first))
