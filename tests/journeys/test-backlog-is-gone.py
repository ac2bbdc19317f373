#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The file is gone, but its backups are there: nothing is made in its place by itself. The newest
backup can be restored, or a new backlog begun."""
from driver import Improve, fail, settle

app = Improve(sample=True)
app.command('backup')
backlog = app.home / 'data' / 'improve' / 'backlog.db'
backlog.unlink()
with app:
    app.wait_for('label', 'Your Backlog Does Not Open')
    if backlog.exists():
        fail('a new backlog was made')
    app.press(lambda name: name.startswith('Restore the Backup of'))
    app.wait_for('row', lambda name: name.startswith('1: '))
    app.quit()
    backlog.unlink()
    app.start_again()
    app.wait_for('label', 'Your Backlog Does Not Open')
    app.press('Begin a New One')
    settle('the new backlog', backlog.exists)
    app.wait_for('label', 'What Gets in the Way?')
    if not list((backlog.parent / 'backups').iterdir()):
        fail('the backups are not there')
