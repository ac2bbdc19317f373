/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Keys and values of filters, offered while they are typed. */
#include "config.h"

#include "ui/search/imp-completion.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/common/imp-focus.h"
#include "ui/search/imp-completion-rows.h"

#define LIST_WIDTH 220 /* for all that it offers one after another */

struct _ImpCompletion
{
  GObject parent_instance;
  GtkEditable *entry; /* owns this */
  ImpBacklog *backlog;
  ImpQuery *query;
  GtkPopover *popover; /* NULL before the first one */
  GtkListBox *list;
  GPtrArray *values; /* of ImpQueryValue, of `key`; NULL: not read yet */
  ImpQueryKey key;
  GCancellable *cancellable;
  guint start, value; /* of what is being completed, in bytes */
  gboolean taking;    /* the text changes by this object's hand */
  gboolean composing; /* an input method has the keys */
};

G_DEFINE_FINAL_TYPE (ImpCompletion, imp_completion, G_TYPE_OBJECT)

static guint completed_signal;

static void offer (ImpCompletion *self);

static guint
get_cursor (ImpCompletion *self)
{
  const char *text = gtk_editable_get_text (self->entry);

  return (guint) (g_utf8_offset_to_pointer (text, gtk_editable_get_position (self->entry)) - text);
}

/* What stands from `start` to the cursor becomes `text`. */
static void
replace_typed (ImpCompletion *self, guint start, const char *text)
{
  const char *before = gtk_editable_get_text (self->entry);
  const guint cursor = get_cursor (self);
  g_autofree char *all = g_strdup_printf ("%.*s%s%s", (int) start, before, text, before + cursor);
  const int position = (int) g_utf8_strlen (all, start + strlen (text));

  self->taking = TRUE;
  gtk_editable_set_text (self->entry, all);
  gtk_editable_set_position (self->entry, position);
  self->taking = FALSE;
}

/* A key is followed by its values, a value by whatever comes next. */
static void
take (ImpCompletion *self, GtkListBoxRow *row)
{
  g_autofree char *text = g_strdup (imp_completion_row_get_text (row));
  const gboolean is_key = g_str_has_suffix (text, ":");

  replace_typed (self, is_key ? self->start : self->value, text);
  imp_completion_close (self);
  if (is_key)
    offer (self);
  else
    g_signal_emit (self, completed_signal, 0);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, ImpCompletion *self)
{
  take (self, row);
}

static void
tell_open_cb (ImpCompletion *self)
{
  if (self->entry != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_EXPANDED,
                                 imp_completion_is_open (self), -1);
}

static void
create_popover (ImpCompletion *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "values");
  gtk_widget_set_size_request (GTK_WIDGET (self->list), LIST_WIDTH, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filters"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_autohide (self->popover, FALSE);
  gtk_popover_set_has_arrow (self->popover, FALSE);
  gtk_popover_set_position (self->popover, GTK_POS_BOTTOM);
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->list));
  gtk_widget_set_halign (GTK_WIDGET (self->popover), GTK_ALIGN_START);
  gtk_widget_set_can_focus (GTK_WIDGET (self->popover), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "menu");
  g_signal_connect_object (self->popover, "notify::visible", G_CALLBACK (tell_open_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self->entry));
}

static void
begin_offer (ImpCompletion *self)
{
  if (self->popover == NULL)
    create_popover (self);
  gtk_list_box_remove_all (self->list);
}

/* Nothing is chosen until somebody does. The entry does not place what is no part of its own. */
static void
end_offer (ImpCompletion *self)
{
  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    imp_completion_close (self);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    gtk_popover_present (self->popover);
  else
    gtk_popover_popup (self->popover);
  gtk_list_box_unselect_all (self->list);
}

/* What could not be read is read again with the next letter. */
static void
values_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpCompletion) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) values =
      imp_backlog_query_values_finish (IMP_BACKLOG (source), result, &error);

  if (self->entry == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  if (values == NULL)
    {
      g_clear_object (&self->cancellable);
      g_signal_emit_by_name (source, "failed", error->message);
      return;
    }
  self->values = g_steal_pointer (&values);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->entry)))
    offer (self);
}

static void
forget_values (ImpCompletion *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->values, g_ptr_array_unref);
}

/* Once for what is typed behind a key. */
static void
read_values (ImpCompletion *self, ImpQueryKey key)
{
  if (self->cancellable != NULL && self->key == key)
    return;
  forget_values (self);
  self->key = key;
  self->cancellable = g_cancellable_new ();
  imp_backlog_query_values_async (self->backlog, self->query, key, self->cancellable, values_cb,
                                  g_object_ref (self));
}

static void
offer_for (ImpCompletion *self, const ImpQueryTyping *typing)
{
  self->start = typing->start;
  self->value = typing->value;
  if (typing->key == IMP_N_QUERY_KEYS)
    {
      forget_values (self); /* there may be others by then */
      begin_offer (self);
      imp_completion_list_keys (self->list, typing);
      end_offer (self);
    }
  else if (imp_query_key_get_sort (typing->key) == IMP_QUERY_DAY)
    imp_completion_close (self);
  else if (self->values != NULL && self->key == typing->key)
    {
      begin_offer (self);
      imp_completion_list_values (self->list, self->values, typing);
      end_offer (self);
    }
  else
    read_values (self, typing->key);
}

/* What is typed up to the cursor counts. */
static void
offer (ImpCompletion *self)
{
  g_autofree char *text = g_strndup (gtk_editable_get_text (self->entry), get_cursor (self));
  ImpQueryTyping typing;

  if (self->backlog == NULL || !imp_query_read_typing (text, &typing))
    {
      imp_completion_close (self);
      return;
    }
  offer_for (self, &typing);
  g_free (typing.typed);
}

static gboolean
has_focus (ImpCompletion *self)
{
  return imp_focus_is_inside (GTK_WIDGET (self->entry));
}

static void
changed_cb (ImpCompletion *self)
{
  if (!self->taking && has_focus (self))
    offer (self);
  else if (!self->taking)
    imp_completion_close (self);
}

static void
move (ImpCompletion *self, int by)
{
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (self->list);
  const int from = chosen != NULL ? gtk_list_box_row_get_index (chosen) : by > 0 ? -1 : 0;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, MAX (from + by, 0));
  g_autofree char *text = NULL;

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  text = imp_completion_row_dup_label (row);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Return is for what is searched and Tab goes on, unless a row is chosen. */
static gboolean
take_chosen (ImpCompletion *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  take (self, row);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                ImpCompletion *self)
{
  if (self->composing || !imp_completion_is_open (self))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      imp_completion_close (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return take_chosen (self);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
preedit_changed_cb (ImpCompletion *self, const char *preedit)
{
  self->composing = *preedit != '\0';
}

static void
entry_gone_cb (gpointer data, GObject *entry)
{
  ImpCompletion *self = data;

  self->entry = NULL;
  g_object_unref (self);
}

static void
entry_destroyed_cb (ImpCompletion *self)
{
  forget_values (self);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->popover)));
}

static void
imp_completion_finalize (GObject *object)
{
  ImpCompletion *self = IMP_COMPLETION (object);

  forget_values (self);
  g_clear_object (&self->backlog);
  g_clear_pointer (&self->query, imp_query_unref);
  G_OBJECT_CLASS (imp_completion_parent_class)->finalize (object);
}

static void
imp_completion_class_init (ImpCompletionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = imp_completion_finalize;
  completed_signal = g_signal_new ("completed", IMP_TYPE_COMPLETION, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
imp_completion_init (ImpCompletion *self)
{
}

ImpCompletion *
imp_completion_new (GtkEditable *entry)
{
  ImpCompletion *self = g_object_new (IMP_TYPE_COMPLETION, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = entry;
  g_object_weak_ref (G_OBJECT (entry), entry_gone_cb, self);
  g_signal_connect_object (entry, "destroy", G_CALLBACK (entry_destroyed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_editable_get_delegate (entry), "preedit-changed",
                           G_CALLBACK (preedit_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (focus, "leave", G_CALLBACK (imp_completion_close), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
  tell_open_cb (self);
  return self;
}

void
imp_completion_set_query (ImpCompletion *self, ImpBacklog *backlog, ImpQuery *query)
{
  g_autoptr (ImpQuery) before = g_steal_pointer (&self->query);
  const gboolean reading = self->cancellable != NULL;

  self->query = imp_query_ref (query);
  if (!g_set_object (&self->backlog, backlog) && imp_query_equal (query, before))
    return;
  forget_values (self);
  if (reading && has_focus (self))
    offer (self);
}

gboolean
imp_completion_is_open (ImpCompletion *self)
{
  return self->popover != NULL && gtk_widget_get_visible (GTK_WIDGET (self->popover));
}

void
imp_completion_close (ImpCompletion *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (self->popover);
}
