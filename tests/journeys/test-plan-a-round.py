#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans a round, reads its briefing, takes the plan back, plans it again, and saves its
day and those of all rounds for the calendar."""
import time

from driver import Improve, fail, settle


def plan(app):
    app.keys('ctrl+r')
    app.write('Where', 'Leeds')
    app.write('On which day', time.strftime('%Y-%m-%d', time.localtime(time.time() + 86400)))
    app.write('At what time', '9:30')
    app.write('Where to meet there', 'loading dock')
    app.press('Add Somebody')
    app.write('Name, or “Somebody in …”', 'Tom Firth')
    app.press('Plan')
    app.wait_to_hear('Round planned')


def save(app, calendar, menu, key):
    app.choose(menu, key)
    dialog = app.wait_for('dialog', 'Save for the Calendar')
    app.write('Name:', str(calendar))
    app.press('Save', inside=dialog)
    settle(f'{calendar} to be there', calendar.exists)
    app.wait_to_hear('Saved as')
    if 'SUMMARY:Round: Leeds' not in calendar.read_text():
        fail(calendar.read_text())


with Improve(sample=True) as app:
    plan(app)
    app.wait_for('button', 'Begin Round')
    app.wait_for('label', 'loading dock')
    app.wait_for('label', 'Promised Here')
    app.wait_for('row', 'Tom Firth')
    app.press('Undo')
    app.wait_for('row', 'Ghent')
    app.wait_until_gone('row', 'Leeds')
    app.wait_until_gone('button', 'Begin Round')
    plan(app)
    app.wait_for('button', 'Begin Round')
    save(app, app.files / 'one.ics', 'More About This Round', 'r')
    app.press('Back')
    app.wait_for('row', 'Leeds')
    if app.look('label', 'Tomorrow') is None:
        fail('the list does not say that it is tomorrow')
    save(app, app.files / 'rounds.ics', 'More About Rounds', 'c')
