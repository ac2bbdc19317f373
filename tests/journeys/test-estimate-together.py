#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A team stands before the screen and estimates by the keyboard: answers, sees what that moved, goes
back, takes back, says that nobody knows, and reads at the end what is settled."""
from driver import Improve


def question(said):
    return said.startswith('How m') or said.startswith('How often')


with Improve(sample=True) as app:
    app.wait_for('row', lambda name: name.startswith('1: '))
    app.keys('ctrl+e')
    room = app.wait_for('dialog', 'Estimate Together')
    app.wait_for('button', 'Skip', inside=room)
    first = app.wait_for('label', question, inside=room).get_name()
    app.keys('4')
    app.wait_to_hear('hours a month now, between ')
    app.wait_for('button', 'Next', inside=room)
    app.wait_for('label', lambda said: said.startswith('1 answered'), inside=room)
    app.keys('Right')
    app.wait_for('button', 'Skip', inside=room)
    app.keys('7')
    app.wait_to_hear('Nobody here knows, so it is worth measuring')
    app.keys('Left')
    app.wait_for('label', first, inside=room)
    app.wait_for('button', 'Next', inside=room)
    app.keys('ctrl+z')
    app.wait_for('button', 'Skip', inside=room)
    app.keys('5')
    app.wait_for('button', 'Next', inside=room)
    app.keys('s')
    app.wait_for('label', lambda said: said.startswith('Nobody here knows'), inside=room)
    app.keys('s')
    app.wait_for('button', 'Skip', inside=room)
    app.press('Finish', inside=room)
    app.wait_for('label', '1 Question Answered', inside=room)
    app.wait_for('label', 'Worth Measuring', inside=room)
    app.keys('Return')
    app.wait_until_gone('dialog', 'Estimate Together')
    app.keys('ctrl+z')
    app.wait_to_hear('Undone: Answer changed')
