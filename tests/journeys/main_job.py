# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps of the main job, as a person goes through them in the window."""
import subprocess

from driver import settle


def record(app, words, *answers):
    app.keys('ctrl+n')
    app.write('What gets in the way?', words)
    for answer in answers:
        app.press(answer, role='toggle')
    app.press('Record')
    app.wait_for('row', lambda name: name.startswith(f'1: {words}. '))


def plan(app, title, owner):
    """A fix for the irritant that is shown."""
    app.press('Plan a Fix…')
    dialog = app.wait_for('dialog', 'Plan a Fix')
    app.write('What will be different', title, inside=dialog)
    app.write('Who does it', owner, inside=dialog)
    app.press('Plan', inside=dialog)
    app.wait_until_gone('dialog', 'Plan a Fix')


def open_fix(app, title, another=None):
    """Searches for it; another fix, if there are any, must go from the board meanwhile."""
    app.keys('alt+3')
    app.wait_for('row', title)
    app.press('Search Fixes', role='toggle')
    app.write('Search fixes', title)
    if another is not None:
        app.wait_until_gone('row', another)
    app.keys('Return')
    app.wait_for('label', 'What Colleagues Will Read')


def deliver(app, did, now):
    app.press('Deliver')
    dialog = app.wait_for('dialog', 'Deliver a Fix')
    app.write('What we did', did, inside=dialog)
    app.write('What is different now', now, inside=dialog)
    app.press('Deliver', inside=dialog)
    app.wait_for('button', 'Is It Gone?')


def confirm(app):
    app.press('Is It Gone?')
    dialog = app.wait_for('dialog', 'Is It Gone?')
    app.press('Gone', role='toggle', inside=dialog)
    app.press('Record', inside=dialog)
    app.wait_for('button', 'Ask Again')


def draft(app):
    app.keys('alt+5')
    app.press('New Announcement')
    app.press('This Month', role='toggle')
    app.press('Draft')
    app.wait_for('label', 'Big Items')


def choose_in_menu(app, menu, steps):
    """The item so many steps below the first that can be chosen."""
    app.press(menu, role='toggle')
    app.wait_for('menu item', None)
    app.keys(*['Down'] * steps, 'Return')


def start_export(app):
    choose_in_menu(app, 'Print and Export', 1)  # past Print… to Export PDF…


def export_pdf(app, path):
    start_export(app)
    app.write('Name:', str(path))
    app.press('Save')
    settle(f'{path} to be there', path.exists)
    app.wait_to_hear('Saved as')


def read_pdf(path):
    text = subprocess.run(['pdftotext', '-layout', path, '-'], check=True, text=True,
                          capture_output=True).stdout
    return ' '.join(text.split())
