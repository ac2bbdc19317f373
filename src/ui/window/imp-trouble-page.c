/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A backlog that does not open: what is wrong with it, and what helps. */
#include "config.h"

#include "ui/window/imp-trouble-page.h"

#include "backlog/imp-backlog-backups.h"
#include "backlog/imp-backlog-gone.h"
#include "base/imp-error.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-sidebar-button.h"

#include <glib/gi18n.h>

struct _ImpTroublePage
{
  AdwBin parent_instance;
  AdwStatusPage *status;
  GtkWidget *restore;
  GtkLabel *restore_label;
  GtkWidget *all_backups, *salvage, *try_again, *begin_anew;
  GtkExpander *details;
  GtkLabel *details_text;
  char *path;                /* of the backlog */
  gboolean is_gone;          /* there is no file at that path; known once it was looked for */
  GCancellable *cancellable; /* of what is asked about the latest trouble; else NULL */
};

G_DEFINE_FINAL_TYPE (ImpTroublePage, imp_trouble_page, ADW_TYPE_BIN)

/* One button is what most people want; the others are there, quietly. */
static void
suggest (ImpTroublePage *self, GtkWidget *suggested)
{
  GtkWidget *const buttons[] = { self->restore, self->salvage, self->all_backups, self->try_again };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      gboolean is_suggested = buttons[i] == suggested;

      gtk_widget_remove_css_class (buttons[i], is_suggested ? "flat" : "suggested-action");
      gtk_widget_add_css_class (buttons[i], is_suggested ? "suggested-action" : "flat");
    }
}

static void
offer_backup (ImpTroublePage *self, const ImpBackup *backup)
{
  g_autofree char *when = imp_backup_dup_time_words (backup, NULL);
  g_autofree char *label = g_strdup_printf (_ ("_Restore the Backup of %s"), when);

  adw_status_page_set_description (
      self->status,
      self->is_gone ? _ ("The file it is kept in is gone. Restore a backup to go on from there.")
                    : _ ("The file it is kept in is damaged. Restore a backup to go on from "
                         "there; the damaged file is kept."));
  gtk_label_set_label (self->restore_label, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->restore), "s", backup->path);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->restore), "app.restore-backup");
  gtk_widget_set_visible (self->restore, TRUE);
  gtk_widget_set_visible (self->all_backups, TRUE);
  suggest (self, self->restore);
}

/* It may as well be another program's. */
static void
offer_rescue (ImpTroublePage *self)
{
  adw_status_page_set_description (
      self->status,
      _ ("The file it is kept in cannot be read, and there is no backup. Improve can look "
         "for what is left in it; the file is kept."));
  suggest (self, self->salvage);
}

/* There is nothing to be rescued. */
static void
ask_for_file (ImpTroublePage *self)
{
  adw_status_page_set_description (
      self->status, _ ("The file it is kept in is gone, and there is no backup. Look for a copy "
                       "of it and put it back, then try again."));
  suggest (self, self->try_again);
}

static void
backup_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpTroublePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpBackup) backup = imp_backlog_find_backup_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (backup != NULL)
    offer_backup (self, backup);
  else if (self->is_gone)
    ask_for_file (self);
  else
    offer_rescue (self);
}

static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, IMP_ERROR, IMP_ERROR_CORRUPT)
         || g_error_matches (error, IMP_ERROR, IMP_ERROR_NOT_OURS);
}

/* NULL: the details say it. */
static const char *
say_trouble (const GError *error)
{
  if (error->domain != IMP_ERROR)
    return NULL;
  switch ((ImpError) error->code)
    {
    case IMP_ERROR_TOO_NEW:
      return _ ("A newer version of Improve has written it. Update Improve to open it here.");
    case IMP_ERROR_FULL:
      return _ ("There is no room left on the disk. Make room, then try again.");
    case IMP_ERROR_BUSY:
      return _ ("Another program has it open. Close that program, then try again.");
    case IMP_ERROR_CORRUPT:
    case IMP_ERROR_NOT_OURS: /* unless it is gone */
    case IMP_ERROR_FAILED:
    case IMP_ERROR_READ_ONLY:
    case IMP_ERROR_INPUT:
    case IMP_ERROR_NOT_FOUND:
    case IMP_ERROR_CONFLICT:
    default:
      return NULL;
    }
}

static void
stop_asking (ImpTroublePage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
imp_trouble_page_dispose (GObject *object)
{
  stop_asking (IMP_TROUBLE_PAGE (object));
  g_clear_pointer (&IMP_TROUBLE_PAGE (object)->path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_TROUBLE_PAGE);
  G_OBJECT_CLASS (imp_trouble_page_parent_class)->dispose (object);
}

static void
imp_trouble_page_class_init (ImpTroublePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_trouble_page_dispose;
  g_type_ensure (IMP_TYPE_SIDEBAR_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/window/imp-trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpTroublePage, status);
  gtk_widget_class_bind_template_child (widget_class, ImpTroublePage, restore);
  gtk_widget_class_bind_template_child (widget_class, ImpTroublePage, restore_label);
  gtk_widget_class_bind_template_child (widget_class, ImpTroublePage, all_backups);
  gtk_widget_class_bind_template_child (widget_class, ImpTroublePage, salvage);
  gtk_widget_class_bind_template_child (widget_class, ImpTroublePage, begin_anew);
  gtk_widget_class_bind_template_child (widget_class, ImpTroublePage, try_again);
  gtk_widget_class_bind_template_child (widget_class, ImpTroublePage, details);
  gtk_widget_class_bind_template_child (widget_class, ImpTroublePage, details_text);
}

static void
imp_trouble_page_init (ImpTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_plain_text (GTK_WIDGET (self->status));
}

static void
gone_looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpTroublePage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean is_gone = imp_backlog_is_gone_finish (result, &error);
  const ImpClock clock = imp_clock_system ();

  if (error != NULL)
    return;
  self->is_gone = is_gone;
  if (is_gone)
    adw_status_page_set_description (self->status, _ ("The file it is kept in is gone."));
  gtk_widget_set_visible (self->salvage, !is_gone);
  gtk_widget_set_visible (self->begin_anew, is_gone);
  imp_backlog_find_backup_async (self->path, &clock, self->cancellable, backup_found_cb,
                                 g_object_ref (self));
}

/* A file that is gone is not damaged, whatever the opening came to; both have backups. A server may
 * be long in saying so, or never do. */
static void
look_closer (ImpTroublePage *self)
{
  adw_status_page_set_description (self->status, _ ("The file it is kept in cannot be read."));
  self->cancellable = g_cancellable_new ();
  imp_backlog_is_gone_async (self->path, self->cancellable, gone_looked_cb, g_object_ref (self));
}

void
imp_trouble_page_explain (ImpTroublePage *self, const char *path, const GError *error)
{
  const char *said = say_trouble (error);

  stop_asking (self);
  g_set_str (&self->path, path);
  adw_status_page_set_description (self->status, said);
  gtk_label_set_text (self->details_text, error->message);
  gtk_expander_set_expanded (self->details, said == NULL && !is_damage (error));
  gtk_widget_set_visible (self->restore, FALSE);
  gtk_widget_set_visible (self->all_backups, FALSE);
  gtk_widget_set_visible (self->salvage, is_damage (error));
  gtk_widget_set_visible (self->begin_anew, FALSE);
  suggest (self, is_damage (error) ? NULL : self->try_again);
  if (is_damage (error))
    look_closer (self);
}
