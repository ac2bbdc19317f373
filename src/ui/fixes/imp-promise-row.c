/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One promise as a row: what, to whom, by when, and how it stands. */
#include "config.h"

#include "ui/fixes/imp-promise-row.h"

#include "ui/fixes/imp-promise-look.h"

struct _ImpPromiseRow
{
  AdwActionRow parent_instance;

  ImpItem fix;
  GtkWidget *stand_box;
  GtkImage *icon;
  GtkLabel *stand;
};

G_DEFINE_FINAL_TYPE (ImpPromiseRow, imp_promise_row, ADW_TYPE_ACTION_ROW)

static void
show_stand (ImpPromiseRow *self, const ImpPromiseLine *promise, ImpDate today)
{
  ImpPromiseStand stand = imp_promise_stand (promise->first, promise->due, promise->kept, today);
  g_autofree char *words = imp_promise_words_stand (promise, today);

  imp_promise_look_apply (stand, self->stand_box, self->icon);
  gtk_label_set_label (self->stand, words);
}

static void
imp_promise_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_PROMISE_ROW);
  G_OBJECT_CLASS (imp_promise_row_parent_class)->dispose (object);
}

static void
imp_promise_row_class_init (ImpPromiseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_promise_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/fixes/imp-promise-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpPromiseRow, stand_box);
  gtk_widget_class_bind_template_child (widget_class, ImpPromiseRow, icon);
  gtk_widget_class_bind_template_child (widget_class, ImpPromiseRow, stand);
}

static void
imp_promise_row_init (ImpPromiseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
create (const ImpPromiseLine *promise, const char *title, const char *subtitle, ImpDate today)
{
  ImpPromiseRow *self = g_object_new (IMP_TYPE_PROMISE_ROW, NULL);

  self->fix = promise->fix;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle != NULL ? subtitle : "");
  show_stand (self, promise, today);
  return GTK_WIDGET (self);
}

GtkWidget *
imp_promise_row_new (const ImpPromiseLine *promise, ImpDate today)
{
  g_autofree char *terms = imp_promise_words_terms (promise);
  g_autofree char *with_owner =
      promise->owner != NULL ? g_strdup_printf ("%s · %s", terms, promise->owner) : NULL;
  GtkWidget *self = create (promise, promise->what, with_owner != NULL ? with_owner : terms, today);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), promise->fix != 0);
  return self;
}

GtkWidget *
imp_promise_row_new_of_fix (const ImpPromiseLine *promise, ImpDate today)
{
  g_autofree char *terms = imp_promise_words_terms (promise);

  return create (promise, terms, promise->reason, today);
}

ImpItem
imp_promise_row_get_fix (ImpPromiseRow *self)
{
  g_return_val_if_fail (IMP_IS_PROMISE_ROW (self), 0);

  return self->fix;
}
