#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job: deliver a fix, ask whether it is gone, announce it, and read the PDF back. Each
step is taken back once on the way."""
from driver import Improve, fail
from main_job import confirm, deliver, draft, export_pdf, open_fix, read_pdf

FIX = 'Scanners stay signed in for a shift'
DID = 'We gave each scanner a <b>key</b> & a name.'
NOW = 'You swap the battery and go on.'

with Improve(sample=True) as app:
    open_fix(app, FIX, another='Expense form keeps what was typed')
    deliver(app, DID, NOW)
    app.press('Undo')
    app.wait_for('button', 'Deliver')
    deliver(app, DID, NOW)
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
    told = read_pdf(pdf)
    for words in (FIX, DID, NOW):
        if words not in told:
            fail(f'“{words}” is not in the PDF:\n{told}')
