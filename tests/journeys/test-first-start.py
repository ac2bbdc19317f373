#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""First start with nothing there: record the first irritant by keys alone, and find it again."""
from driver import Improve, fail

WORDS = 'Scanner logs me out when I swap the battery'

with Improve() as app:
    app.wait_for('label', 'What Gets in the Way?')
    app.keys('ctrl+n')
    app.wait_for('label', 'Record an Irritant')
    app.type(WORDS)
    app.keys('Return')
    app.wait_to_hear('Irritant recorded')
    app.wait_for('row', lambda name: name.startswith(f'{WORDS}. Not yet asked'))
    app.wait_for('label', WORDS)
    app.quit()
    if WORDS not in app.command('rank'):
        fail('what was recorded is not in the backlog')
