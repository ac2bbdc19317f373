#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The file is damaged: the window says so, restores the newest backup, and keeps the file."""
from driver import Improve, fail

app = Improve(sample=True)
app.command('backup')
folder = app.home / 'data' / 'improve'
(folder / 'backlog.db').write_bytes(b'damaged')
with app:
    app.wait_for('label', 'Your Backlog Does Not Open')
    app.press(lambda name: name.startswith('Restore the Backup of'))
    app.wait_for('row', lambda name: name.startswith('1: '))
    [kept] = folder.glob('backlog-damaged-*.db')
    if kept.read_bytes() != b'damaged':
        fail('the damaged file was not kept')
