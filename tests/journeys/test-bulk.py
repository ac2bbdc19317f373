#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Choose three irritants with the keyboard, tag them together, see the tag on a page, and take all
of it back with one undo."""
from driver import Improve

with Improve(sample=True) as app:
    app.wait_for('row', lambda name: name.startswith('1: '))
    app.keys('Home', 'ctrl+space')
    app.wait_for('label', '1 selected')
    app.keys('shift+Down', 'shift+Down')
    app.wait_for('label', '3 selected')
    app.press('Add Tag…')
    dialog = app.wait_for('dialog', 'Add Tag')
    app.write('Tag', 'round', inside=dialog)
    app.press('Add', inside=dialog)
    app.wait_to_hear('3 irritants tagged “round”')
    app.wait_for('row', 'round', inside=app.wait_for('list', 'Tags'))
    app.press('Undo')
    app.wait_to_hear('Undone: 3 irritants tagged “round”')
    app.wait_until_gone('list', 'Tags')
