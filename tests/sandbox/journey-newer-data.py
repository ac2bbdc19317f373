#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Data of a newer version: the window says so, and leaves it alone."""
import sqlite3

from driver import Improve, fail

improve = Improve(sample=True)
backlog = improve.files / 'improve/backlog.db'
db = sqlite3.connect(backlog)
db.execute('PRAGMA user_version = 1000')
db.close()
before = backlog.read_bytes()
with improve as app:
    app.wait_for('label', lambda said: 'newer version' in said and 'Update Improve' in said)
    app.quit()
    if backlog.read_bytes() != before:
        fail('the backlog was changed')
