/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The page of announcements: drafts and published issues. */
#include "config.h"

#include "ui/announcements/imp-announcements-page.h"

#include "backlog/imp-backlog-announcements.h"
#include "ui/announcements/imp-announcement-editor.h"
#include "ui/announcements/imp-announcement-words.h"
#include "ui/announcements/imp-draft-dialog.h"
#include "ui/announcements/imp-organisation-dialog.h"
#include "ui/common/imp-headings.h"
#include "ui/common/imp-icon.h"
#include "ui/common/imp-page-title.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-sidebar-button.h"
#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>

#define ITEM_KEY    "imp-announcement"
#define KINDS_SHOWN (1u << IMP_KIND_ANNOUNCEMENT | 1u << IMP_KIND_ENTRY)

struct _ImpAnnouncementsPage
{
  ImpBacklogPage parent_instance;

  GtkStack *states;
  GtkWidget *drafts_group;
  GtkListBox *drafts;
  GtkWidget *published_group;
  GtkListBox *published;

  ImpDate told_until; /* the last day that an announcement tells of */
};

G_DEFINE_FINAL_TYPE (ImpAnnouncementsPage, imp_announcements_page, IMP_TYPE_BACKLOG_PAGE)

static GtkWidget *
create_row (const ImpAnnouncement *announcement)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = imp_announcement_words_title (announcement);
  g_autofree char *facts = imp_announcement_words_facts (announcement);

  imp_plain_text (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), imp_icon_new ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), ITEM_KEY,
                          g_memdup2 (&announcement->item, sizeof (ImpItem)), g_free);
  return row;
}

static void
show_announcements (ImpAnnouncementsPage *self, GPtrArray *announcements)
{
  guint n_drafts = 0;

  self->told_until = IMP_DATE_NONE;
  gtk_list_box_remove_all (self->drafts);
  gtk_list_box_remove_all (self->published);
  for (guint i = 0; i < announcements->len; i++)
    {
      const ImpAnnouncement *announcement = g_ptr_array_index (announcements, i);
      gboolean draft = !imp_announcement_is_published (announcement);

      gtk_list_box_append (draft ? self->drafts : self->published, create_row (announcement));
      n_drafts += draft;
      self->told_until = MAX (self->told_until, announcement->to);
    }
  gtk_widget_set_visible (self->drafts_group, n_drafts > 0);
  gtk_widget_set_visible (self->published_group, n_drafts < announcements->len);
  gtk_stack_set_visible_child_name (self->states, announcements->len > 0 ? "list" : "empty");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpAnnouncementsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) announcements =
      imp_backlog_announcements_finish (IMP_BACKLOG (source), result, &error);

  if (imp_backlog_page_get_backlog (self) == NULL)
    return;
  if (announcements != NULL)
    show_announcements (self, announcements);
  else
    imp_toasts_show_error (GTK_WIDGET (self), error);
}

static void
imp_announcements_page_load (ImpBacklogPage *page, ImpBacklog *backlog, GCancellable *cancellable)
{
  imp_backlog_announcements_async (backlog, cancellable, loaded_cb, g_object_ref (page));
}

static void
row_activated_cb (ImpAnnouncementsPage *self, GtkListBoxRow *row)
{
  const ImpItem *item = g_object_get_data (G_OBJECT (row), ITEM_KEY);

  imp_announcements_page_show_announcement (self, *item);
}

static void
start_draft (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpAnnouncementsPage *self = IMP_ANNOUNCEMENTS_PAGE (widget);
  AdwDialog *dialog = imp_draft_dialog_new (imp_backlog_page_get_backlog (self), self->told_until);

  g_signal_connect_object (dialog, "drafted", G_CALLBACK (imp_announcements_page_show_announcement),
                           self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
say_from (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (imp_organisation_dialog_new (imp_backlog_page_get_backlog (widget)), widget);
}

static void
imp_announcements_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_ANNOUNCEMENTS_PAGE);
  G_OBJECT_CLASS (imp_announcements_page_parent_class)->dispose (object);
}

static void
imp_announcements_page_class_init (ImpAnnouncementsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_announcements_page_dispose;
  IMP_BACKLOG_PAGE_CLASS (klass)->kinds = KINDS_SHOWN;
  IMP_BACKLOG_PAGE_CLASS (klass)->load = imp_announcements_page_load;
  g_type_ensure (IMP_TYPE_PAGE_TITLE);
  g_type_ensure (IMP_TYPE_SIDEBAR_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/announcements/imp-announcements-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpAnnouncementsPage, states);
  gtk_widget_class_bind_template_child (widget_class, ImpAnnouncementsPage, drafts_group);
  gtk_widget_class_bind_template_child (widget_class, ImpAnnouncementsPage, drafts);
  gtk_widget_class_bind_template_child (widget_class, ImpAnnouncementsPage, published_group);
  gtk_widget_class_bind_template_child (widget_class, ImpAnnouncementsPage, published);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "announcements.new", NULL, start_draft);
  gtk_widget_class_install_action (widget_class, "announcements.from", NULL, say_from);
}

static void
imp_announcements_page_init (ImpAnnouncementsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
imp_announcements_page_new (ImpBacklog *backlog)
{
  return g_object_new (IMP_TYPE_ANNOUNCEMENTS_PAGE, "backlog", backlog, NULL);
}

void
imp_announcements_page_show_announcement (ImpAnnouncementsPage *self, ImpItem announcement)
{
  GtkWidget *view;

  g_return_if_fail (IMP_IS_ANNOUNCEMENTS_PAGE (self));

  view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  if (view != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (view),
                              ADW_NAVIGATION_PAGE (imp_announcement_editor_new (
                                  imp_backlog_page_get_backlog (self), announcement)));
}
