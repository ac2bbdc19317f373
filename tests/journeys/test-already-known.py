#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is typed is known already: Me Too adds a voice to it, and Undo takes the voice away again.
What was fixed is back."""
from driver import Improve, fail

KNOWN = 'Handheld scanner signs out at every battery change'
FIXED = 'Parking costs take half an hour of forms'

with Improve(sample=True) as app:
    voices = lambda n: lambda name: f': {KNOWN}. ' in name and f' {n} voices' in name
    back = lambda name: f': {FIXED}. ' in name and '. Being fixed. ' in name
    app.wait_for('row', voices(8))
    app.keys('ctrl+n')
    app.write('What gets in the way?', 'Scanner logs me out when I swap the batery')
    app.wait_for('label', 'Already known?')
    app.wait_to_hear('like this are known already')
    app.press(f'Me Too: {KNOWN}')
    app.wait_to_hear('Report added')
    app.wait_for('label', lambda said: 'when I swap the batery' in said)
    app.wait_for('row', voices(9))
    app.press('Undo')
    app.wait_to_hear('Undone: Report added')
    app.wait_for('row', voices(8))
    if app.look('row', back):
        fail(f'“{FIXED}” is not fixed')
    app.keys('ctrl+n')
    app.write('What gets in the way?', 'I fill in forms again to get my parking paid')
    app.press(f'It Is Back: {FIXED}')
    app.wait_to_hear('Noted that it is back')
    app.wait_for('row', back)
    app.press('Undo')
    app.wait_to_hear('Undone: Noted that it is back')
    app.wait_until_gone('row', back)
