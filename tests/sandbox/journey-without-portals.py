#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop with no portal and no keyring: what a person asks for is done in the program's own
folder, or refused in words; nothing is lost, and nothing stays without an answer."""
from driver import SANDBOX_ID, Improve, fail, settle
from main_job import choose_in_menu, draft, read_pdf, record, start_export

WORDS = 'The gate opens for nobody before nine'


def choose_file(app, name, button):
    """Writes into GTK's own dialog; it begins in the folder of the program."""
    app.write('Name:', name)
    app.press(button)


def save_copy(app):
    app.choose('Main Menu', 'c')
    app.wait_to_hear('its own folder only')
    choose_file(app, 'copy.json', 'Save')
    copy = app.files / 'copy.json'
    settle(f'{copy} to be there', copy.exists)
    if WORDS not in copy.read_text():
        fail('the copy is not whole')


def export_where_it_stays(app):
    pdf = app.files / 'issue.pdf'
    start_export(app)
    choose_file(app, str(pdf), 'Save')
    app.wait_to_hear(f'Saved as “{pdf}”')
    if 'What we fixed' not in read_pdf(pdf):
        fail('the PDF is not whole')


def refuse_where_it_is_lost(app):
    start_export(app)
    choose_file(app, str(app.home / 'lost.pdf'), 'Save')
    app.wait_for('label', lambda said: 'Cannot write' in said and 'sandbox' in said
                 and str(app.files) in said)
    app.press('Close', inside=app.wait_for('alert', 'The File Was Not Saved'))


def say_that_nothing_can_be_printed(app):
    choose_in_menu(app, 'Print and Export', 0)
    app.wait_for('label', lambda said: said.startswith('Cannot print') and 'PDF' in said)


improve = Improve(sample=True)
with improve as app:
    record(app, WORDS, '500+', '3+ a day', '90+', 'Measured')
    save_copy(app)
    draft(app)
    export_where_it_stays(app)
    refuse_where_it_is_lost(app)
    say_that_nothing_can_be_printed(app)
    app.quit()
    before = {path.name for path in improve.home.iterdir()}
    if not before <= {'.var', '.cache', 'log'}:
        fail(f'in the home are {before}')
    if SANDBOX_ID and WORDS not in improve.command('rank'):
        fail('what was recorded is not there')
