/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Already known? What others reported before, while somebody types. */
#include "config.h"

#include "ui/capture/imp-known-group.h"

#include "base/imp-text.h"
#include "model/imp-round.h"
#include "ui/capture/imp-known-row.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>

#define MOST     3   /* in sight before the others are asked for */
#define PAUSE_MS 150 /* between two letters of somebody who types */

struct _ImpKnownGroup
{
  AdwPreferencesGroup parent_instance;

  ImpBacklog *backlog;
  char *words, *site, *offering;
  GPtrArray *heard; /* of ImpHeardLine; NULL: one is on no round */
  GPtrArray *rows;  /* of ImpKnownRow; borrowed */
  GtkButton *all;   /* shows the others; in sight where there are any */
  GCancellable *asking;
  guint pause, most;
  gboolean narrow, failed;
  gboolean stale; /* the rows say something that has changed */
};

G_DEFINE_FINAL_TYPE (ImpKnownGroup, imp_known_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_NARROW = 1,
  PROP_MOST,
  N_PROPS
};

enum
{
  SIGNAL_ME_TOO,
  SIGNAL_IS_BACK,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void
pressed_cb (ImpKnownGroup *self, ImpKnownRow *row)
{
  g_signal_emit (self, signals[imp_known_row_is_back (row) ? SIGNAL_IS_BACK : SIGNAL_ME_TOO], 0,
                 imp_known_row_get_item (row));
}

static void
all_clicked_cb (ImpKnownGroup *self)
{
  for (guint i = self->most; i < self->rows->len; i++)
    gtk_widget_set_visible (self->rows->pdata[i], TRUE);
  gtk_widget_child_focus (self->rows->pdata[self->most], GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (GTK_WIDGET (self->all), FALSE);
}

static void
remove_rows (ImpKnownGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

/* Each colleague once; NULL where nobody has said it there. */
static char *
say_who_was_heard (ImpKnownGroup *self, ImpItem irritant)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; self->heard != NULL && i < self->heard->len; i++)
    {
      const ImpHeardLine *line = self->heard->pdata[i];

      if (line->irritant == irritant
          && !g_ptr_array_find_with_equal_func (names, line->who, g_str_equal, NULL))
        g_ptr_array_add (names, line->who);
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("; ", (char **) names->pdata);
}

static void
add_row (ImpKnownGroup *self, const ImpSimilar *similar)
{
  g_autofree char *heard = say_who_was_heard (self, similar->item);
  ImpKnownRow *row = imp_known_row_new (similar, heard);

  g_object_set (row, "narrow", self->narrow, NULL);
  gtk_widget_set_visible (GTK_WIDGET (row), self->rows->len < self->most);
  g_signal_connect_object (row, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static void
show_all_button (ImpKnownGroup *self)
{
  const guint n = self->rows->len;
  g_autofree char *label = g_strdup_printf (_ ("All %u"), n);

  gtk_button_set_label (self->all, label);
  gtk_widget_set_visible (GTK_WIDGET (self->all), n > self->most);
}

/* Whoever does not see the rows appear is told once, not at each letter; by the window, for the group
 * itself comes into sight only now. */
static void
announce (ImpKnownGroup *self)
{
  const guint n = self->rows->len;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *words =
      g_strdup_printf (ngettext ("%u irritant like this is known already",
                                 "%u irritants like this are known already", n),
                       n);

  if (root != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (root), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
show_found (ImpKnownGroup *self, const GPtrArray *found)
{
  const gboolean had_none = self->rows->len == 0;

  self->stale = FALSE;
  remove_rows (self);
  for (guint i = 0; i < found->len; i++)
    add_row (self, found->pdata[i]);
  show_all_button (self);
  imp_plain_text (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), found->len > 0);
  if (had_none && found->len > 0)
    announce (self);
}

/* The same irritants stay where they are, with the focus that one of them may have. */
static gboolean
is_shown (ImpKnownGroup *self, const GPtrArray *found)
{
  if (self->stale || found->len != self->rows->len)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    if (imp_known_row_get_item (self->rows->pdata[i])
        != ((const ImpSimilar *) found->pdata[i])->item)
      return FALSE;
  return TRUE;
}

/* Typing goes on without it: it is said once. */
static void
tell_failure (ImpKnownGroup *self, const GError *error)
{
  if (!self->failed)
    imp_toasts_show_error (GTK_WIDGET (self), error);
  self->failed = TRUE;
}

static void
found_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpKnownGroup) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found =
      imp_backlog_find_similar_finish (IMP_BACKLOG (backlog), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->asking);
  if (found == NULL)
    tell_failure (self, error);
  else if (!is_shown (self, found))
    show_found (self, found);
}

static void
drop_question (ImpKnownGroup *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
ask_cb (gpointer data)
{
  ImpKnownGroup *self = data;

  self->pause = 0;
  drop_question (self);
  self->asking = g_cancellable_new ();
  imp_backlog_find_similar_async (self->backlog, self->words, self->site, self->offering,
                                  self->asking, found_cb, g_object_ref (self));
}

/* Without words there is nothing to ask, and what was found goes at once. */
static void
ask_soon (ImpKnownGroup *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->backlog == NULL || self->rows == NULL)
    return;
  if (!imp_text_is_empty (self->words))
    self->pause = g_timeout_add_once (PAUSE_MS, ask_cb, self);
  else
    {
      drop_question (self);
      remove_rows (self);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    }
}

static void
set_narrow (ImpKnownGroup *self, gboolean narrow)
{
  self->narrow = narrow;
  for (guint i = 0; i < self->rows->len; i++)
    g_object_set (self->rows->pdata[i], "narrow", narrow, NULL);
}

static void
set_most (ImpKnownGroup *self, guint most)
{
  self->most = most;
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (self->rows->pdata[i], i < most);
  show_all_button (self);
}

static void
imp_known_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ImpKnownGroup *self = IMP_KNOWN_GROUP (object);

  if (id == PROP_NARROW)
    g_value_set_boolean (value, self->narrow);
  else if (id == PROP_MOST)
    g_value_set_uint (value, self->most);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_known_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ImpKnownGroup *self = IMP_KNOWN_GROUP (object);

  if (id == PROP_NARROW)
    set_narrow (self, g_value_get_boolean (value));
  else if (id == PROP_MOST)
    set_most (self, g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_known_group_dispose (GObject *object)
{
  ImpKnownGroup *self = IMP_KNOWN_GROUP (object);

  drop_question (self);
  g_clear_object (&self->backlog);
  g_clear_pointer (&self->heard, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->site, g_free);
  g_clear_pointer (&self->offering, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_KNOWN_GROUP);
  G_OBJECT_CLASS (imp_known_group_parent_class)->dispose (object);
}

static guint
create_signal (const char *name)
{
  return g_signal_new (name, IMP_TYPE_KNOWN_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
imp_known_group_class_init (ImpKnownGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = imp_known_group_get_property;
  object_class->set_property = imp_known_group_set_property;
  object_class->dispose = imp_known_group_dispose;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_MOST] = g_param_spec_uint ("most", NULL, NULL, 1, G_MAXUINT, MOST,
                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SIGNAL_ME_TOO] = create_signal ("me-too");
  signals[SIGNAL_IS_BACK] = create_signal ("is-back");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/capture/imp-known-group.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpKnownGroup, all);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
}

static void
imp_known_group_init (ImpKnownGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->most = MOST;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
imp_known_group_set_backlog (ImpKnownGroup *self, ImpBacklog *backlog)
{
  g_return_if_fail (IMP_IS_KNOWN_GROUP (self));

  if (g_set_object (&self->backlog, backlog))
    ask_soon (self);
}

static void
set_part (ImpKnownGroup *self, char **part, const char *text)
{
  g_return_if_fail (IMP_IS_KNOWN_GROUP (self));

  if (g_set_str (part, text))
    ask_soon (self);
}

void
imp_known_group_set_words (ImpKnownGroup *self, const char *words)
{
  set_part (self, &self->words, words);
}

void
imp_known_group_set_site (ImpKnownGroup *self, const char *site)
{
  set_part (self, &self->site, site);
}

void
imp_known_group_set_offering (ImpKnownGroup *self, const char *offering)
{
  set_part (self, &self->offering, offering);
}

void
imp_known_group_set_heard (ImpKnownGroup *self, GPtrArray *heard)
{
  g_return_if_fail (IMP_IS_KNOWN_GROUP (self));

  if (self->heard == heard)
    return;
  g_clear_pointer (&self->heard, g_ptr_array_unref);
  self->heard = heard != NULL ? g_ptr_array_ref (heard) : NULL;
  self->stale = TRUE;
  ask_soon (self);
}
