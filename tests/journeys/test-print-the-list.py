#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Print the list: look at its pages, save them as PDF, CSV and JSON, and find in each what improve
rank says, irritant by irritant."""
import json
import subprocess

from driver import Improve, fail, settle

TOP = 10


def save(app, dialog, key, path):
    """Through the menu of the dialog; the key is underlined in it."""
    app.press('Save', role='toggle', inside=dialog)
    app.wait_for('menu item', None)
    app.keys(key)
    app.wait_for('dialog', 'Save the List')
    app.write('Name:', str(path))
    app.press('Save', inside=app.wait_for('dialog', 'Save the List'))
    settle(f'{path} to be there', path.exists)
    app.wait_to_hear('Saved as')


def read_pdf(path):
    text = subprocess.run(['pdftotext', '-raw', path, '-'], check=True, text=True,
                          capture_output=True).stdout
    return ' '.join(text.replace('\u00a0', ' ').split())


def two_figures(hours):
    return f'{float(f"{hours:.2g}"):g}'


def row_of(told):
    """How the page says an irritant, up to its hours."""
    state = '' if told['state'] == 'open' else told['state'].replace('-', ' ').capitalize()
    where = ' · '.join(part for part in (told['sites'], state) if part)
    said = told['sentence'].replace('\u00a0', ' ')
    return f'{told["rank"]} {told["title"]} {where} {said} {two_figures(told["hours"])} '


def check_pdf(path, rows):
    text = read_pdf(path)
    at = 0
    for told in rows:
        row = row_of(told)
        found = text.find(row, at)
        if found < 0:
            fail(f'“{row}” is not in the PDF behind {at}:\n{text}')
        at = found
    if f'Top {TOP} of ' not in text or 'Page 1 of 1' not in text:
        fail(text)


with Improve(sample=True) as app:
    app.wait_for('row', lambda name: name.startswith('1: '))
    app.keys('Down')
    app.keys('ctrl+p')
    dialog = app.wait_for('dialog', 'Print the List')
    app.wait_for('label', lambda said: said.startswith('Page 1 of 2'), inside=dialog)
    app.press('Top 20', role='toggle', inside=dialog)
    app.wait_for('label', f'Top {TOP}', inside=dialog)
    app.keys('Home', 'Return')
    app.wait_for('label', lambda said: said.startswith('Page 1 of 1'), inside=dialog)
    pdf, table, data = (app.files / f'list.{end}' for end in ('pdf', 'csv', 'json'))
    save(app, dialog, 'p', pdf)
    save(app, dialog, 'c', table)
    save(app, dialog, 'j', data)
    app.close_dialog()
    said = app.command('rank', '--top', str(TOP), '--format', 'json')
    rows = json.loads(said)
    if len(rows) != TOP or data.read_text() != said:
        fail('the JSON is another one than that of the command line')
    if table.read_text() != app.command('rank', '--top', str(TOP), '--format', 'csv'):
        fail('the CSV is another one than that of the command line')
    check_pdf(pdf, rows)
