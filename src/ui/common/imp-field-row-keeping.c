/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How a text that is written in place is kept, and follows the record. */
#include "config.h"

#include "ui/common/imp-field-row-private.h"

#include "base/imp-text.h"
#include "ui/common/imp-toasts.h"

#define KEEP_AFTER_MS 500

static gboolean
has_unkept (ImpFieldRow *self)
{
  g_autofree char *text = imp_field_row_dup_text (self);

  return !g_str_equal (text, self->kept);
}

static void
show_text (ImpFieldRow *self, const char *text)
{
  self->showing = TRUE;
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_set_enable_undo (self->buffer, TRUE);
  self->showing = FALSE;
}

void
imp_field_row_follow_record (ImpFieldRow *self)
{
  gboolean writing = self->loaded && gtk_widget_has_focus (GTK_WIDGET (self->view));

  if (self->record == NULL || self->n_writes > 0 || writing || has_unkept (self))
    return;
  self->loaded = TRUE;
  if (!g_str_equal (self->record, self->kept))
    {
      g_set_str (&self->kept, self->record);
      show_text (self, self->kept);
    }
  g_set_str (&self->as_of, self->record_as_of);
  g_clear_pointer (&self->record, g_free);
}

/* One write, with what was kept before it, and where to tell a failure when the row has left. */
typedef struct
{
  ImpFieldRow *row;
  GtkWidget *window; /* or NULL */
  char *before;
} Write;

static void
write_free (Write *self)
{
  g_object_unref (self->row);
  g_clear_object (&self->window);
  g_free (self->before);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Write, write_free)

static void
written_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (Write) write = data;
  ImpFieldRow *self = write->row;
  g_autoptr (GError) error = NULL;

  self->n_writes--;
  if (imp_backlog_write_finish (IMP_BACKLOG (backlog), result, NULL, &error))
    g_signal_emit_by_name (self, "kept");
  else
    {
      g_set_str (&self->kept, write->before);
      imp_toasts_show_error (write->window, error);
    }
  if (self->view != NULL)
    imp_field_row_follow_record (self);
}

static void
write_text (ImpFieldRow *self, const char *text)
{
  Write *write = g_new0 (Write, 1);
  ImpChanges *changes = imp_changes_new ();

  write->row = g_object_ref (self);
  write->window = imp_toasts_expect (GTK_WIDGET (self));
  write->before = g_steal_pointer (&self->kept);
  self->kept = g_strdup (text);
  self->n_writes++;
  imp_changes_set_text (changes, self->item, self->field, text);
  imp_changes_set_as_of (changes, self->as_of);
  imp_backlog_apply_async (self->backlog, changes, self->label, NULL, written_cb, write);
}

void
imp_field_row_keep (ImpFieldRow *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (IMP_IS_FIELD_ROW (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->backlog == NULL || !has_unkept (self))
    return;
  text = imp_field_row_dup_text (self);
  if (!self->required || *text != '\0')
    write_text (self, text);
}

static gboolean
timer_cb (gpointer data)
{
  ImpFieldRow *self = data;

  self->timer = 0;
  imp_field_row_keep (self);
  return G_SOURCE_REMOVE;
}

void
imp_field_row_keep_soon (ImpFieldRow *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (KEEP_AFTER_MS, timer_cb, self);
}

void
imp_field_row_leave (ImpFieldRow *self)
{
  g_autofree char *text = imp_field_row_dup_text (self);

  if (self->required && *text == '\0' && *self->kept != '\0')
    show_text (self, self->kept);
  imp_field_row_keep (self);
}
