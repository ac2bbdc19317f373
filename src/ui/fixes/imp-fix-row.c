/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One fix as a card of the board. */
#include "config.h"

#include "ui/fixes/imp-fix-row.h"

#include "ui/fixes/imp-promise-look.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _ImpFixRow
{
  GtkListBoxRow parent_instance;

  ImpItem item;
  GtkLabel *title;
  GtkLabel *hours;
  GtkWidget *owner_box;
  AdwAvatar *avatar;
  GtkLabel *owner;
  GtkWidget *promise_box;
  GtkImage *promise_icon;
  GtkLabel *promise;
  GtkButton *action;
};

G_DEFINE_FINAL_TYPE (ImpFixRow, imp_fix_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_owner (ImpFixRow *self, const char *owner)
{
  gtk_widget_set_visible (self->owner_box, owner != NULL);
  adw_avatar_set_text (self->avatar, owner);
  gtk_label_set_label (self->owner, owner != NULL ? owner : "");
}

static void
show_promise (ImpFixRow *self, const ImpFixCard *card, ImpPromiseStand stand, ImpDate today)
{
  g_autofree char *words = imp_fix_words_promise (card, today);

  imp_promise_look_apply (stand, self->promise_box, self->promise_icon);
  gtk_label_set_label (self->promise, words);
}

static void
set_action (ImpFixRow *self, const char *label, const char *action)
{
  gtk_widget_set_visible (GTK_WIDGET (self->action), action != NULL);
  if (action == NULL)
    return;
  gtk_button_set_label (self->action, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->action), "x", self->item);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->action), action);
}

/* The one thing to do next. A late promise comes before everything else. */
static void
show_action (ImpFixRow *self, const ImpFixCard *card, ImpPromiseStand stand)
{
  if (card->state == IMP_FIX_STATE_CONFIRMED)
    set_action (self, NULL, NULL);
  else if (stand == IMP_STAND_LATE)
    set_action (self, _ ("Give a New Date"), "fix.move-promise");
  else if (card->state == IMP_FIX_STATE_DELIVERED)
    set_action (self, _ ("Is It Gone?"), "fix.confirm");
  else if (stand == IMP_STAND_NONE)
    set_action (self, _ ("Promise a Date"), "fix.promise");
  else if (card->state == IMP_FIX_STATE_PLANNED)
    set_action (self, _ ("Start"), "fix.start");
  else
    set_action (self, NULL, NULL);
}

static void
imp_fix_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_FIX_ROW);
  G_OBJECT_CLASS (imp_fix_row_parent_class)->dispose (object);
}

static void
imp_fix_row_class_init (ImpFixRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_fix_row_dispose;
  g_type_ensure (ADW_TYPE_AVATAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/fixes/imp-fix-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpFixRow, title);
  gtk_widget_class_bind_template_child (widget_class, ImpFixRow, hours);
  gtk_widget_class_bind_template_child (widget_class, ImpFixRow, owner_box);
  gtk_widget_class_bind_template_child (widget_class, ImpFixRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, ImpFixRow, owner);
  gtk_widget_class_bind_template_child (widget_class, ImpFixRow, promise_box);
  gtk_widget_class_bind_template_child (widget_class, ImpFixRow, promise_icon);
  gtk_widget_class_bind_template_child (widget_class, ImpFixRow, promise);
  gtk_widget_class_bind_template_child (widget_class, ImpFixRow, action);
}

static void
imp_fix_row_init (ImpFixRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
imp_fix_row_new (void)
{
  return g_object_new (IMP_TYPE_FIX_ROW, NULL);
}

/* Named by its title; the rest of the card is read after it. */
static void
describe (ImpFixRow *self, const ImpFixCard *card)
{
  g_autofree char *description =
      g_strdup_printf ("%s, %s, %s", gtk_label_get_label (self->hours),
                       gtk_label_get_label (self->owner), gtk_label_get_label (self->promise));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, card->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

void
imp_fix_row_set_card (ImpFixRow *self, const ImpFixCard *card, ImpDate today)
{
  ImpPromiseStand stand =
      imp_promise_stand (card->promised_first, card->promised_due, card->promise_kept, today);
  g_autofree char *hours = imp_fix_words_hours (card);

  g_return_if_fail (IMP_IS_FIX_ROW (self));

  self->item = card->item;
  gtk_label_set_label (self->title, card->title);
  gtk_label_set_label (self->hours, hours);
  show_owner (self, card->owner);
  show_promise (self, card, stand, today);
  show_action (self, card, stand);
  describe (self, card);
}

ImpItem
imp_fix_row_get_item (ImpFixRow *self)
{
  g_return_val_if_fail (IMP_IS_FIX_ROW (self), 0);

  return self->item;
}
