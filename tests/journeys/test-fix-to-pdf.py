#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job: deliver a fix, ask whether it is gone, announce it, and read the PDF back. Each
step is taken back once on the way."""
import subprocess

from driver import Improve, fail, settle

FIX = 'Scanners stay signed in for a shift'
DID = 'We gave each scanner a <b>key</b> & a name.'
NOW = 'You swap the battery and go on.'


def open_fix(app):
    app.keys('alt+2')
    app.wait_for('row', FIX)
    app.press('Search Fixes', role='toggle')
    app.write('Search fixes', FIX)
    app.wait_until_gone('row', 'Expense form keeps what was typed')
    app.keys('Return')
    app.wait_for('label', 'What Colleagues Will Read')


def deliver(app):
    app.press('Deliver')
    dialog = app.wait_for('dialog', 'Deliver a Fix')
    app.write('What we did', DID, inside=dialog)
    app.write('What is different now', NOW, inside=dialog)
    app.press('Deliver', inside=dialog)
    app.wait_for('button', 'Is It Gone?')


def confirm(app):
    app.press('Is It Gone?')
    dialog = app.wait_for('dialog', 'Is It Gone?')
    app.press('Gone', role='toggle', inside=dialog)
    app.press('Record', inside=dialog)
    app.wait_for('button', 'Ask Again')


def draft(app):
    app.keys('alt+3')
    app.press('New Announcement')
    app.press('This Month', role='toggle')
    app.press('Draft')
    app.wait_for('label', 'Big Items')


def export_pdf(app, path):
    app.press('Print and Export', role='toggle')
    app.wait_for('menu item', None)
    app.keys('Down', 'Return')  # past Print… to Export PDF…
    app.write('Name:', str(path))
    app.press('Save')
    settle(f'{path} to be there', path.exists)
    app.wait_for('label', lambda said: said.startswith('Saved as'))


def read_back(path):
    text = subprocess.run(['pdftotext', '-layout', path, '-'], check=True, text=True,
                          capture_output=True).stdout
    return ' '.join(text.split())


with Improve(sample=True) as app:
    open_fix(app)
    deliver(app)
    app.press('Undo')
    app.wait_for('button', 'Deliver')
    deliver(app)
    confirm(app)
    app.press('Undo')
    app.wait_for('button', 'Is It Gone?')
    confirm(app)
    draft(app)
    app.press('Undo')
    app.wait_for('label', 'Published')
    draft(app)
    pdf = app.files / 'issue.pdf'
    export_pdf(app, pdf)
    told = read_back(pdf)
    for words in (FIX, DID, NOW):
        if words not in told:
            fail(f'“{words}” is not in the PDF:\n{told}')
