#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and printing through the real portals, with a stand-in for the desktop's dialogs: a photo
is added and saved, a list imported, an issue exported and printed, and a backlog that a dialog lent
is refused."""
import base64
import json
import os
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path

from driver import PROGRAM, SANDBOX_ID, Improve, fail, settle
from main_job import choose_in_menu, draft, read_pdf, start_export
from photos import make_png

HERE = Path(__file__).resolve().parent
LIBEXEC = Path('/usr/libexec')
WORDS = 'The gate opens for nobody before nine'
SANDBOX_TMP = Path(f'/run/user/{os.getuid()}/.flatpak/{SANDBOX_ID}/tmp')
LIST = f'title,people,often,minutes\n{WORDS},400,60,60\n'


@contextmanager
def process(name, *command, environment):
    """A program that takes this name on the session bus."""
    started = subprocess.Popen(command, env=environment)
    try:
        settle(name, lambda: subprocess.run(
            ['dbus-send', '--session', '--dest=org.freedesktop.DBus', '--print-reply', '/',
             'org.freedesktop.DBus.GetNameOwner', f'string:{name}'],
            capture_output=True, check=False).returncode == 0)
        yield
    finally:
        started.terminate()
        started.wait()


class Desk:
    """The portals, and the person in front of their dialogs."""

    def __init__(self, app):
        self.app = app
        self.folder = app.home / 'dialogs'
        self.documents = app.home / 'Documents'  # the sandbox does not see it
        for folder in (self.folder, self.documents):
            folder.mkdir()
        self.processes = ExitStack()

    def __enter__(self):
        environment = os.environ | {
            'HOME': str(self.app.home), 'G_DEBUG': '', 'XDG_CURRENT_DESKTOP': 'improve-test',
            'XDG_DESKTOP_PORTAL_DIR': str(HERE / 'portals')}
        for name, *command in (
                ('org.freedesktop.impl.portal.PermissionStore', LIBEXEC / 'xdg-permission-store'),
                ('org.freedesktop.portal.Documents', LIBEXEC / 'xdg-document-portal'),
                ('org.freedesktop.impl.portal.desktop.improvetest',
                 sys.executable, HERE / 'fake-portal.py', self.folder),
                ('org.freedesktop.portal.Desktop', LIBEXEC / 'xdg-desktop-portal')):
            self.processes.enter_context(process(name, *command, environment=environment))
        return self

    def __exit__(self, *error):
        self.processes.close()

    def will_choose(self, name):
        """What the next dialogs are answered with; None: they are cancelled."""
        answer = self.folder / 'answer'
        answer.unlink(missing_ok=True)
        if name is not None:
            answer.write_text(str(self.documents / name))
        return self.documents / (name or '')

    def will_close(self):
        """The next dialogs are left by Esc."""
        (self.folder / 'answer').write_text('')

    def asked(self, method=None):
        """All that was asked, or by this method only, each with who asked."""
        path = self.folder / 'asked'
        lines = path.read_text().splitlines() if path.exists() else []
        return [ask for ask in map(json.loads, lines) if method in (None, ask['method'])]

    def check_ticket(self, given, used):
        """The so-manieth that was given is the one that was used then."""
        if self.wait_for('Print', used)['ticket'] != self.wait_for('PreparePrint', given)['ticket']:
            fail('another ticket was used')

    def wait_for(self, method, count):
        return settle(f'{count} × {method}', lambda: self.asked(method)[count - 1:])[0]


def add_photo(app, desk):
    desk.will_choose('screen.png').write_bytes(make_png(300, 150))
    app.press('Add…')
    app.wait_to_hear('Picture added')
    backlog = json.loads(app.command('export', '-'))
    return base64.b64decode(backlog['bytes'][0]['base64'])


def save_photo(app, desk, kept):
    copy = desk.will_choose('kept.png')
    app.press('screen.png, picture', role='table cell')
    app.press('Save a Copy…', inside=app.wait_for('dialog', 'screen.png'))
    app.wait_to_hear('Copy saved')
    settle(f'{copy} to be whole', lambda: copy.exists() and copy.read_bytes() == kept)
    if desk.asked()[-1]['name'] != 'screen.png':
        fail(f'another name was suggested: {desk.asked()[-1]}')
    app.close_dialog()


def import_list(app, desk):
    desk.will_choose('list.csv').write_text(LIST)
    app.choose('Main Menu', 'i')
    dialog = app.wait_for('dialog', None)
    app.press('Import', inside=dialog)
    app.wait_for('row', lambda name: name.startswith(f'1: {WORDS}. '))


def save_copy(app, desk):
    copy = desk.will_choose('copy.json')
    app.choose('Main Menu', 'c')
    app.wait_to_hear('Copy saved')
    if WORDS not in copy.read_text():
        fail('the copy is not whole')


def check_no_failure_is_said(app):
    """Were one said, it would stand there until somebody puts it away."""
    if said := app.look('label', lambda said: said.startswith('Cannot')):
        fail(f'said is “{said.get_name()}”')


def close_export(app, desk):
    """Left by Esc: nobody is told anything, and the next export is as if nothing had been."""
    desk.will_close()
    count = len(desk.asked('SaveFile'))
    start_export(app)
    desk.wait_for('SaveFile', count + 1)


def export(app, desk, name):
    pdf = desk.will_choose(name)
    start_export(app)
    app.wait_to_hear(f'Saved as “{name}”')
    check_no_failure_is_said(app)
    settle(f'{pdf} to be whole', lambda: 'What we fixed' in read_pdf(pdf))
    suggested = desk.asked('SaveFile')[-1]['name']
    if not suggested.endswith('.pdf'):
        fail(f'the name {suggested} was suggested for a PDF')


def export_over(app, desk, name):
    """A file that is there is replaced whole, and nothing else is left beside it."""
    (desk.documents / name).write_bytes(b'old' * 1000000)
    export(app, desk, name)
    beside = sorted(path.name for path in desk.documents.iterdir())
    if beside != ['October', 'Stick', 'copy.json', 'issue.pdf', 'kept.png', 'list.csv',
                  'screen.png']:
        fail(f'in the folder are {beside}')


def print_issue(app, desk):
    """Cancelled once, left by Esc once, then printed to a file."""
    desk.will_choose(None)
    choose_in_menu(app, 'Print and Export', 0)
    desk.wait_for('PreparePrint', 1)
    app.wait_for('label', 'Big Items')
    desk.will_close()
    choose_in_menu(app, 'Print and Export', 0)
    desk.wait_for('PreparePrint', 2)
    paper = desk.will_choose('paper.pdf')
    choose_in_menu(app, 'Print and Export', 0)
    desk.check_ticket(3, 1)
    settle('the printed page', lambda: 'What we fixed' in read_pdf(paper))
    check_no_failure_is_said(app)


def print_in_vain(app, desk):
    """A printer that fails after it took the pages: that is said, and the next try is a new one."""
    jam = desk.folder / 'jam'
    jam.touch()
    paper = desk.will_choose('again.pdf')
    choose_in_menu(app, 'Print and Export', 0)
    app.wait_for('label', lambda said: said.startswith('Cannot print'))
    desk.check_ticket(4, 2)
    if paper.exists():
        fail('something was printed')
    jam.unlink()
    choose_in_menu(app, 'Print and Export', 0)
    settle('the printed page', lambda: 'What we fixed' in read_pdf(paper))
    desk.check_ticket(5, 3)
    settle('nothing to be left of the printing', lambda: not list(SANDBOX_TMP.glob('gtkprint*')))


def open_backups(app):
    app.press('Main Menu', role='toggle')
    app.wait_for('menu item', None)
    app.keys('p')
    return app.wait_for('dialog', 'Backups')


def list_whole(folder):
    """What is there; a dot begins the name of what is still being written."""
    return [path for path in folder.iterdir() if not path.name.startswith('.')]


def back_up(app, folder, count):
    dialog = open_backups(app)
    if count == 1:
        app.press('Back Up Now', inside=dialog)  # before the first there is nothing to choose
        app.press('Second Folder', inside=dialog)
    # newer portals tell the whole path
    app.wait_for('label', lambda said: said.split('/')[-1] == folder.name, inside=dialog)
    app.press('Back Up Now', inside=dialog)
    settle(f'{count} backups in {folder}', lambda: len(list_whole(folder)) == count)
    app.close_dialog()


def back_up_twice(app, desk):
    """A folder that a dialog lent is lent for good: backups go there also after the next start."""
    folder = desk.will_choose('Stick')
    folder.mkdir()
    back_up(app, folder, 1)
    if desk.asked()[-1] != {'method': 'OpenFile', 'app': SANDBOX_ID, 'name': None,
                            'folder': True}:
        fail(f'no folder was asked for: {desk.asked()[-1]}')
    app.quit()
    app.start_again()
    back_up(app, folder, 2)
    own = {path.name: path.read_bytes() for path in list_whole(app.files / 'improve/backups')}
    for path in list_whole(folder):
        if own.get(path.name) != path.read_bytes():
            fail(f'{path.name} is not the backup')


def refuse(app, path):
    done = subprocess.run([*PROGRAM, '--backlog', path, 'import', '--as', 'csv',
                           app.files / 'none.csv'], text=True, env=app.environment,
                          capture_output=True, check=False)
    if done.returncode != 1 or 'lent' not in done.stderr:
        fail(f'{path} was not refused: {done}')


def refuse_lent_backlog(app, desk):
    """Neither a file nor a new one beside it, whatever way leads there."""
    backlog = desk.documents / 'lent.db'
    backlog.write_bytes((app.folders / 'data/improve/backlog.db').read_bytes())
    before = backlog.read_bytes()
    lent = subprocess.run(
        ['flatpak', 'document-export', '--allow-write', f'--app={SANDBOX_ID}', backlog],
        check=True, text=True, capture_output=True).stdout.strip()
    path = f'/run/user/{os.getuid()}/doc/{"/".join(Path(lent).parts[-2:])}'
    link = app.files / 'link'
    link.symlink_to(os.path.dirname(path))
    for way in (path, link / 'lent.db', link / 'new.db', f'/{path}',
                f'/run/user/../user/{os.getuid()}/doc/new.db'):
        refuse(app, way)
    if backlog.read_bytes() != before:
        fail('the lent backlog was changed')


improve = Improve(sample=True)
with Desk(improve) as desk, improve as app:
    save_photo(app, desk, add_photo(app, desk))
    import_list(app, desk)
    save_copy(app, desk)
    back_up_twice(app, desk)
    draft(app)
    close_export(app, desk)
    export(app, desk, 'October')
    export_over(app, desk, 'issue.pdf')
    print_issue(app, desk)
    print_in_vain(app, desk)
    refuse_lent_backlog(app, desk)
    strangers = {ask['app'] for ask in desk.asked()} - {SANDBOX_ID}
    if strangers:
        fail(f'somebody else asked: {strangers}')
