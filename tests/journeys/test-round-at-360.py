#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks a round on a phone: five irritants, one thanks, answers and a promise. The program is
killed in the middle, with a line half typed, and nothing is lost."""
import signal
import time

from driver import Improve, fail, settle

HEARD = (
    'Badge reader at the loading dock needs three tries',
    'Scanner profile is gone every Monday',
    'Delivery notes come out on the wrong floor',
)
LATER = 'Scales need a restart after lunch'
HALF = 'Forklift tablet goes da'
WHOLE = 'Forklift tablet goes dark'


def plan(app):
    app.keys('ctrl+r')
    app.write('Where', 'Leeds')
    app.write('On which day', time.strftime('%Y-%m-%d'))
    app.write('Where to meet there', 'loading dock')
    app.press('Add Somebody')
    app.write('Name, or “Somebody in …”', 'Tom Firth')
    app.press('Plan')
    app.wait_to_hear('Round planned')
    app.wait_until_gone('dialog', None)


def hear(app, words):
    app.type(words)
    app.keys('Return')
    app.wait_for('row', words)


def kill(app):
    """As an empty battery would; what was typed has been there for a moment."""
    settle('the draft on the disk', lambda: any(
        HALF in path.read_text(errors='replace') for path in app.files.rglob('*draft*')))
    app.process.send_signal(signal.SIGKILL)
    app.process.wait()


with Improve(sample=True) as app:
    plan(app)
    app.press('Begin Round')
    app.wait_for('label', 'What is working well?')
    hear(app, 'The new scanners')
    app.keys('ctrl+Page_Down')
    app.wait_for('label', 'What gets in your way?')
    app.press('Tom Firth', role='toggle')
    for words in HEARD:
        hear(app, words)
    app.type(HALF)
    kill(app)
    app.start_again()
    app.keys('alt+3')
    app.wait_for('label', 'Under Way')
    app.keys('ctrl+f')
    app.type('Leeds')
    app.keys('Return')
    app.press('Go On')
    app.wait_for('label', 'What gets in your way?')
    if app.read('What they say') != HALF:
        fail(f'the draft is “{app.read("What they say")}”')
    for words in HEARD:
        app.wait_for('row', words)
    app.type('rk')
    app.keys('Return')
    app.wait_for('row', WHOLE)
    hear(app, LATER)
    app.keys('ctrl+Return')
    app.press('6–20', role='toggle')
    app.press('Daily', role='toggle')
    app.press('Promise…')
    app.write('What will be different', 'Scales start by themselves')
    app.write('By when', time.strftime('%Y-%m-%d', time.localtime(time.time() + 14 * 86400)))
    app.press('Promise')
    app.wait_until_gone('dialog', None)
    app.press('Done')
    app.wait_for('label', lambda said: said.startswith('Tom Firth') and 'promised for' in said)
    app.keys('ctrl+Page_Down')
    app.wait_for('label', 'Anything else while we are here?')
    app.keys('ctrl+Page_Down')
    app.wait_for('label', 'Thanks to')
    hear(app, 'For the labels on Friday')
    app.keys('ctrl+Page_Down')
    app.press('Finish Round')
    app.wait_for('label', 'In the Way')
    for words in (*HEARD, WHOLE, LATER, 'The new scanners', 'For the labels on Friday'):
        app.wait_for('row', words)
