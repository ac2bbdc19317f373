/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What can be done with an announcement: print, export, publish, delete, add to it. */
#include "config.h"

#include "ui/announcements/imp-announcement-editor-private.h"

#include "backlog/imp-backlog-announcements.h"
#include "ui/announcements/imp-announcement-output.h"
#include "ui/announcements/imp-organisation-dialog.h"
#include "ui/announcements/imp-remarks-dialog.h"
#include "ui/changes/imp-history-dialog.h"
#include "ui/common/imp-print.h"
#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>

void
imp_announcement_editor_keep (ImpAnnouncementEditor *self)
{
  imp_field_row_keep (self->title);
  imp_entry_list_keep (self->entries);
}

static void
printed_cb (GtkWidget *widget)
{
  ImpAnnouncementEditor *self = IMP_ANNOUNCEMENT_EDITOR (widget);

  if (self->view != NULL)
    imp_issue_view_set_paper (self->view, imp_print_get_paper ());
}

static void
print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpAnnouncementEditor *self = IMP_ANNOUNCEMENT_EDITOR (widget);

  imp_announcement_editor_keep (self);
  imp_announcement_output_print (widget, imp_backlog_page_get_backlog (self), self->announcement,
                                 printed_cb);
}

static ImpForm
get_form (GVariant *parameter)
{
  const char *form = g_variant_get_string (parameter, NULL);

  return g_str_equal (form, "html")       ? IMP_FORM_HTML
         : g_str_equal (form, "markdown") ? IMP_FORM_MARKDOWN
         : g_str_equal (form, "text")     ? IMP_FORM_TEXT
                                          : IMP_FORM_PDF;
}

static void export (GtkWidget *widget, const char *name, GVariant *form)
{
  ImpAnnouncementEditor *self = IMP_ANNOUNCEMENT_EDITOR (widget);

  imp_announcement_editor_keep (self);
  imp_announcement_output_export (widget, imp_backlog_page_get_backlog (self), self->announcement,
                                  imp_issue_view_get_paper (self->view), get_form (form));
}

static void
publish (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpAnnouncementEditor *self = IMP_ANNOUNCEMENT_EDITOR (widget);

  imp_announcement_editor_keep (self);
  imp_backlog_publish_async (imp_backlog_page_get_backlog (self), self->announcement,
                             imp_toasts_written_cb, imp_toasts_expect (widget));
}

static void delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpAnnouncementEditor *self = IMP_ANNOUNCEMENT_EDITOR (widget);

  imp_announcement_editor_keep (self);
  imp_backlog_delete_async (imp_backlog_page_get_backlog (self), self->announcement,
                            _ ("Draft deleted"), imp_toasts_written_cb, imp_toasts_expect (widget));
}

static void
show_all_changes (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpAnnouncementEditor *self = IMP_ANNOUNCEMENT_EDITOR (widget);

  imp_announcement_editor_keep (self);
  adw_dialog_present (
      imp_history_dialog_new (imp_backlog_page_get_backlog (self), self->announcement,
                              imp_page_title_get_title (self->heading), self->number == 0),
      widget);
}

static void
say_from (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpAnnouncementEditor *self = IMP_ANNOUNCEMENT_EDITOR (widget);

  adw_dialog_present (imp_organisation_dialog_new (imp_backlog_page_get_backlog (self)), widget);
}

static void
add (GtkWidget *widget, const char *name, GVariant *section)
{
  const ImpField *field = imp_kind_get_field (IMP_KIND_ENTRY, IMP_ENTRY_SECTION);
  int choice = imp_field_choice_from_nick (field, g_variant_get_string (section, NULL));

  imp_entry_list_add (IMP_ANNOUNCEMENT_EDITOR (widget)->entries, (ImpSection) choice);
}

static void
choose_remarks (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpAnnouncementEditor *self = IMP_ANNOUNCEMENT_EDITOR (widget);

  imp_announcement_editor_keep (self);
  adw_dialog_present (
      imp_remarks_dialog_new (imp_backlog_page_get_backlog (self), self->announcement), widget);
}

void
imp_announcement_editor_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "announcement.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "announcement.export", "s", export);
  gtk_widget_class_install_action (widget_class, "announcement.publish", NULL, publish);
  gtk_widget_class_install_action (widget_class, "announcement.delete", NULL, delete);
  gtk_widget_class_install_action (widget_class, "announcement.from", NULL, say_from);
  gtk_widget_class_install_action (widget_class, "announcement.history", NULL, show_all_changes);
  gtk_widget_class_install_action (widget_class, "announcement.add", "s", add);
  gtk_widget_class_install_action (widget_class, "announcement.works", NULL, choose_remarks);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK,
                                       "announcement.print", NULL);
}
