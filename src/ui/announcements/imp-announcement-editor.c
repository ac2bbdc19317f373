/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The editor of one announcement: its texts as cards, and the page as it prints. */
#include "config.h"

#include "ui/announcements/imp-announcement-editor-private.h"

#include "backlog/imp-backlog-announcements.h"
#include "base/imp-error.h"
#include "ui/announcements/imp-announcement-words.h"
#include "ui/common/imp-print.h"
#include "ui/common/imp-toasts.h"
#include "ui/common/imp-writing.h"

#include <glib/gi18n.h>

#define SECONDS_BETWEEN_LOOKS 20 /* at the clock, for "kept a minute ago" */

G_DEFINE_FINAL_TYPE (ImpAnnouncementEditor, imp_announcement_editor, IMP_TYPE_BACKLOG_PAGE)

enum
{
  PROP_ANNOUNCEMENT = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
show_state (ImpAnnouncementEditor *self)
{
  gint64 seconds =
      self->kept_at > 0 ? (g_get_monotonic_time () - self->kept_at) / G_USEC_PER_SEC : -1;
  g_autofree char *state = NULL;

  if (self->draft)
    state = imp_announcement_words_kept (seconds);
  else if (self->number > 0)
    state = g_strdup_printf (_ ("Issue %d, published"), self->number);
  else
    state = g_strdup (_ ("Published"));

  g_object_set (self->heading, "subtitle", state, NULL);
}

static gboolean
clock_cb (gpointer data)
{
  show_state (data);
  return G_SOURCE_CONTINUE;
}

static void
kept_cb (ImpAnnouncementEditor *self)
{
  self->kept_at = g_get_monotonic_time ();
  show_state (self);
}

static void
show_announcement (ImpAnnouncementEditor *self, const ImpAnnouncement *announcement)
{
  g_autofree char *title = imp_announcement_words_title (announcement);
  g_autofree char *scope = imp_announcement_words_scope (announcement);
  gboolean draft = !imp_announcement_is_published (announcement);

  self->draft = draft;
  self->number = announcement->number;
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  g_object_set (self->heading, "title", title, NULL);
  adw_action_row_set_subtitle (self->period, scope);
  imp_field_row_set_text (self->title, announcement->title, announcement->as_of);
  imp_entry_list_set_announcement (self->entries, imp_backlog_page_get_backlog (self),
                                   announcement);
  g_object_set (self->title, "editable", draft, NULL);
  gtk_widget_set_visible (self->add_button, draft);
  gtk_widget_set_visible (self->publish, draft);
  gtk_widget_set_visible (GTK_WIDGET (self->from), draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "announcement.delete", draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "announcement.publish", draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "announcement.from", draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "announcement.works", draft);
  imp_writing_restrict (GTK_WIDGET (self), imp_backlog_page_get_backlog (self));
  show_state (self);
}

static void
leave (ImpAnnouncementEditor *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL
      && adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view))
             == ADW_NAVIGATION_PAGE (self))
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

static void
announcement_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpAnnouncementEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpAnnouncement) announcement =
      imp_backlog_announcement_finish (IMP_BACKLOG (source), result, &error);

  if (imp_backlog_page_get_backlog (self) == NULL)
    return;
  if (announcement != NULL)
    show_announcement (self, announcement);
  else if (g_error_matches (error, IMP_ERROR, IMP_ERROR_NOT_FOUND))
    leave (self);
  else
    imp_toasts_show_error (GTK_WIDGET (self), error);
}

static void
show_issue (ImpAnnouncementEditor *self, ImpIssue *issue)
{
  g_autofree char *from = imp_announcement_words_from (issue);

  adw_action_row_set_subtitle (self->from, from);
  imp_issue_view_set_issue (self->view, issue);
}

static void
issue_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpAnnouncementEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpIssue) issue = imp_backlog_issue_finish (IMP_BACKLOG (source), result, &error);

  if (imp_backlog_page_get_backlog (self) == NULL
      || g_error_matches (error, IMP_ERROR, IMP_ERROR_NOT_FOUND))
    return;
  if (issue != NULL)
    show_issue (self, issue);
  else
    imp_toasts_show_error (GTK_WIDGET (self), error);
}

static void
imp_announcement_editor_load (ImpBacklogPage *page, ImpBacklog *backlog, GCancellable *cancellable)
{
  ImpItem announcement = IMP_ANNOUNCEMENT_EDITOR (page)->announcement;

  imp_backlog_announcement_async (backlog, announcement, cancellable, announcement_loaded_cb,
                                  g_object_ref (page));
  imp_backlog_issue_async (backlog, announcement, cancellable, issue_loaded_cb,
                           g_object_ref (page));
}

static void
preview_clicked_cb (ImpAnnouncementEditor *self)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/* A closing dialog may have given the focus back to the page before; the keys are meant for this
 * one. */
static void
imp_announcement_editor_shown (AdwNavigationPage *page)
{
  ImpAnnouncementEditor *self = IMP_ANNOUNCEMENT_EDITOR (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

static void
imp_announcement_editor_hiding (AdwNavigationPage *page)
{
  imp_announcement_editor_keep (IMP_ANNOUNCEMENT_EDITOR (page));
}

static void
imp_announcement_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ANNOUNCEMENT)
    g_value_set_int64 (value, IMP_ANNOUNCEMENT_EDITOR (object)->announcement);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_announcement_editor_set_property (GObject *object,
                                      guint id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  if (id == PROP_ANNOUNCEMENT)
    IMP_ANNOUNCEMENT_EDITOR (object)->announcement = g_value_get_int64 (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_announcement_editor_constructed (GObject *object)
{
  ImpAnnouncementEditor *self = IMP_ANNOUNCEMENT_EDITOR (object);

  G_OBJECT_CLASS (imp_announcement_editor_parent_class)->constructed (object);
  imp_issue_view_set_paper (self->view, imp_print_get_paper ());
  if (imp_backlog_page_get_backlog (self) == NULL)
    return;
  imp_field_row_bind (self->title, imp_backlog_page_get_backlog (self), IMP_KIND_ANNOUNCEMENT,
                      self->announcement, IMP_ANNOUNCEMENT_TITLE, _ ("Announcement reworded"));
  self->clock = g_timeout_add_seconds (SECONDS_BETWEEN_LOOKS, clock_cb, self);
}

static void
imp_announcement_editor_dispose (GObject *object)
{
  ImpAnnouncementEditor *self = IMP_ANNOUNCEMENT_EDITOR (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_ANNOUNCEMENT_EDITOR);
  G_OBJECT_CLASS (imp_announcement_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IMP_TYPE_ENTRY_LIST);
  g_type_ensure (IMP_TYPE_FIELD_ROW);
  g_type_ensure (IMP_TYPE_ISSUE_VIEW);
  g_type_ensure (IMP_TYPE_PAGE_TITLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/announcements/imp-announcement-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpAnnouncementEditor, split);
  gtk_widget_class_bind_template_child (widget_class, ImpAnnouncementEditor, heading);
  gtk_widget_class_bind_template_child (widget_class, ImpAnnouncementEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, ImpAnnouncementEditor, publish);
  gtk_widget_class_bind_template_child (widget_class, ImpAnnouncementEditor, title);
  gtk_widget_class_bind_template_child (widget_class, ImpAnnouncementEditor, period);
  gtk_widget_class_bind_template_child (widget_class, ImpAnnouncementEditor, from);
  gtk_widget_class_bind_template_child (widget_class, ImpAnnouncementEditor, entries);
  gtk_widget_class_bind_template_child (widget_class, ImpAnnouncementEditor, view);
  gtk_widget_class_bind_template_callback (widget_class, kept_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_clicked_cb);
}

static void
imp_announcement_editor_class_init (ImpAnnouncementEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = imp_announcement_editor_get_property;
  object_class->set_property = imp_announcement_editor_set_property;
  object_class->constructed = imp_announcement_editor_constructed;
  object_class->dispose = imp_announcement_editor_dispose;
  IMP_BACKLOG_PAGE_CLASS (klass)->kinds = G_MAXUINT; /* its page may print any of them */
  IMP_BACKLOG_PAGE_CLASS (klass)->load = imp_announcement_editor_load;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = imp_announcement_editor_shown;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hiding = imp_announcement_editor_hiding;
  props[PROP_ANNOUNCEMENT] =
      g_param_spec_int64 ("announcement", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  bind_template (widget_class);
  imp_announcement_editor_install_actions (widget_class);
}

static void
imp_announcement_editor_init (ImpAnnouncementEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
imp_announcement_editor_new (ImpBacklog *backlog, ImpItem announcement)
{
  return g_object_new (IMP_TYPE_ANNOUNCEMENT_EDITOR, "backlog", backlog, "announcement",
                       announcement, NULL);
}
