#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job from start to end, beginning with nothing: record, rank, fix, announce, PDF."""
import main_job
from driver import Improve, fail

WORDS = 'The door to the car park opens for nobody'
FIX = 'The door opens with every badge'
DID = 'We gave the reader the list of all badges.'
NOW = 'You hold your badge to the door and go through.'

with Improve() as app:
    app.wait_for('label', 'What Gets in the Way?')
    main_job.record(app, WORDS, '101–500', '3+ a day', '31–90', 'Measured')
    main_job.plan(app, FIX, 'Dana')
    main_job.open_fix(app, FIX)
    main_job.deliver(app, DID, NOW)
    main_job.confirm(app)
    main_job.draft(app)
    pdf = app.files / 'issue.pdf'
    main_job.export_pdf(app, pdf)
    told = main_job.read_pdf(pdf)
    for words in (FIX, DID, NOW):
        if words not in told:
            fail(f'“{words}” is not in the PDF:\n{told}')
