/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Writes one text that is right for all who wrote it. */
#include "config.h"

#include "ui/changes/imp-merge-page.h"

#include "backlog/imp-backlog-history.h"
#include "base/imp-text.h"
#include "ui/common/imp-text-area.h"
#include "ui/common/imp-toasts.h"

struct _ImpMergePage
{
  AdwNavigationPage parent_instance;

  ImpBacklog *backlog;
  ImpItem item;
  guint8 field;
  char *seen; /* what it was made of */

  GtkWidget *save;
  GtkTextView *text;
};

G_DEFINE_FINAL_TYPE (ImpMergePage, imp_merge_page, ADW_TYPE_NAVIGATION_PAGE)

static char *
dup_text (ImpMergePage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
changed_cb (ImpMergePage *self)
{
  g_autofree char *text = dup_text (self);

  gtk_widget_set_sensitive (self->save, !imp_text_is_empty (text));
}

/* After an error the text stays to be saved again. */
static void
saved_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpMergePage) self = data;
  gboolean saved = imp_toasts_finish_write (GTK_WIDGET (self), IMP_BACKLOG (backlog), result, NULL);

  if (self->backlog == NULL)
    return;
  gtk_widget_set_sensitive (self->save, TRUE);
  if (saved)
    gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
save_clicked_cb (ImpMergePage *self)
{
  g_autofree char *text = dup_text (self);
  const ImpValue value = { IMP_VALUE_TEXT, { .text = text } };

  gtk_widget_set_sensitive (self->save, FALSE);
  imp_backlog_settle_async (self->backlog, self->item, self->field, self->seen, &value, saved_cb,
                            g_object_ref (self));
}

static void
imp_merge_page_dispose (GObject *object)
{
  g_clear_object (&IMP_MERGE_PAGE (object)->backlog);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_MERGE_PAGE);
  G_OBJECT_CLASS (imp_merge_page_parent_class)->dispose (object);
}

static void
imp_merge_page_finalize (GObject *object)
{
  g_free (IMP_MERGE_PAGE (object)->seen);
  G_OBJECT_CLASS (imp_merge_page_parent_class)->finalize (object);
}

static void
imp_merge_page_class_init (ImpMergePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_merge_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_merge_page_finalize;
  g_type_ensure (IMP_TYPE_TEXT_AREA);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/changes/imp-merge-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpMergePage, save);
  gtk_widget_class_bind_template_child (widget_class, ImpMergePage, text);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
imp_merge_page_init (ImpMergePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static char *
join_versions (const ImpContest *contest)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < contest->versions->len; i++)
    {
      const ImpVersion *version = contest->versions->pdata[i];

      if (version->value.type == IMP_VALUE_TEXT)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", version->value.text);
    }
  return g_string_free_and_steal (text);
}

AdwNavigationPage *
imp_merge_page_new (ImpBacklog *backlog, const ImpContest *contest)
{
  ImpMergePage *self = g_object_new (IMP_TYPE_MERGE_PAGE, NULL);
  g_autofree char *text = join_versions (contest);

  self->backlog = g_object_ref (backlog);
  self->item = contest->item;
  self->field = contest->field;
  self->seen = g_strdup (contest->seen);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  return ADW_NAVIGATION_PAGE (self);
}
