#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chooses a calendar file once. It has each round that is planned, follows one that moves, also
after the next start and up to the very end, and stays as it is once that is stopped."""
import time

from driver import Improve, fail, settle


def day(days, form='%Y-%m-%d'):
    return time.strftime(form, time.localtime(time.time() + days * 86400))


def plan(app, site, days):
    app.keys('ctrl+r')
    app.write('Where', site)
    app.write('On which day', day(days))
    app.press('Plan')
    app.wait_to_hear('Round planned')
    app.wait_until_gone('dialog', None)


def wait_to_say(path, *words):
    settle(f'{path} to say {words}',
           lambda: path.exists() and all(said in path.read_text() for said in words))


with Improve(sample=True) as app:
    plan(app, 'Leeds', 3)
    app.press('Back')
    calendar = app.files / 'rounds.ics'
    app.choose('More About Rounds', 'k')
    app.wait_for('label', 'Your Rounds in Your Calendar')
    app.press('Choose a File…')
    dialog = app.wait_for('dialog', 'Choose the Calendar File')
    app.write('Name:', str(calendar))
    app.press('Save', inside=dialog)
    app.wait_for('label', 'Last written')
    wait_to_say(calendar, 'SUMMARY:Round: Leeds', f'DTSTART;VALUE=DATE:{day(3, "%Y%m%d")}')
    app.close_dialog()
    app.keys('ctrl+f')
    app.type('Leeds')
    app.keys('Return')
    app.wait_for('button', 'Begin Round')
    app.choose('More About This Round', 'c')
    app.write('On which day', day(4))
    app.press('Save')
    wait_to_say(calendar, f'DTSTART;VALUE=DATE:{day(4, "%Y%m%d")}')
    plan(app, 'York', 5)
    app.quit()  # at once
    wait_to_say(calendar, 'SUMMARY:Round: York', 'SUMMARY:Round: Leeds')
    before = calendar.read_text()
    calendar.unlink()
    app.start_again()
    settle('the same file anew', lambda: calendar.exists() and calendar.read_text() == before)
    app.keys('alt+4')
    app.choose('More About Rounds', 'k')
    app.press('Stop Updating')
    app.wait_for('label', 'Your Rounds in Your Calendar')
    app.close_dialog()
    plan(app, 'Hull', 6)
    app.quit()
    if calendar.read_text() != before:
        fail('it still follows')
    app.start_again()
    app.keys('alt+4')
    app.choose('More About Rounds', 'k')
    app.wait_for('label', 'Your Rounds in Your Calendar')
    if calendar.read_text() != before:
        fail('it follows again')
