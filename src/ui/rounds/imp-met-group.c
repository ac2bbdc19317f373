/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Whom one met on a round, to be ticked. */
#include "config.h"

#include "ui/rounds/imp-met-group.h"

#include "model/imp-speaker.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-toasts.h"

struct _ImpMetGroup
{
  AdwPreferencesGroup parent_instance;

  ImpBacklog *backlog;
  ImpRoundPage *page;
  GPtrArray *ticks; /* of GtkCheckButton, by meeting; owned by their rows */
  gboolean filling; /* what changes now was not ticked by anybody */

  GtkListBox *met;
};

G_DEFINE_FINAL_TYPE (ImpMetGroup, imp_met_group, ADW_TYPE_PREFERENCES_GROUP)

static void
ticked_cb (GtkCheckButton *tick, GParamSpec *pspec, ImpMetGroup *self)
{
  const guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (tick), "position"));
  const ImpMeetingLine *meeting;
  g_autofree char *department = NULL;

  if (self->filling || at >= self->page->meetings->len)
    return;
  meeting = g_ptr_array_index (self->page->meetings, at);
  if (meeting->person == 0)
    department = imp_speaker_parse_department (meeting->name);
  imp_backlog_meet_async (self->backlog, self->page->line.item,
                          meeting->person != 0 ? meeting->name : NULL, department,
                          gtk_check_button_get_active (tick), imp_toasts_written_cb,
                          imp_toasts_expect (GTK_WIDGET (self)));
}

static GtkWidget *
create_met (ImpMetGroup *self, guint position)
{
  const ImpMeetingLine *meeting = g_ptr_array_index (self->page->meetings, position);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *tick = gtk_check_button_new ();

  imp_plain_text (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), meeting->name);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  meeting->name, -1);
  g_object_set_data (G_OBJECT (tick), "position", GUINT_TO_POINTER (position));
  g_signal_connect (tick, "notify::active", G_CALLBACK (ticked_cb), self);
  g_ptr_array_add (self->ticks, tick);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), tick);
  return row;
}

static gboolean
is_same (const ImpRoundPage *before, const ImpRoundPage *now)
{
  if (before == NULL || before->meetings->len != now->meetings->len)
    return FALSE;
  for (guint i = 0; i < now->meetings->len; i++)
    {
      const ImpMeetingLine *old = g_ptr_array_index (before->meetings, i);
      const ImpMeetingLine *new = g_ptr_array_index (now->meetings, i);

      if (old->item != new->item || !g_str_equal (old->name, new->name))
        return FALSE;
    }
  return TRUE;
}

static void
create_ticks (ImpMetGroup *self)
{
  gtk_list_box_remove_all (self->met);
  g_ptr_array_set_size (self->ticks, 0);
  for (guint i = 0; i < self->page->meetings->len; i++)
    gtk_list_box_append (self->met, create_met (self, i));
  gtk_widget_set_visible (GTK_WIDGET (self), self->page->meetings->len > 0);
}

static void
imp_met_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_MET_GROUP);
  g_clear_object (&IMP_MET_GROUP (object)->backlog);
  G_OBJECT_CLASS (imp_met_group_parent_class)->dispose (object);
}

static void
imp_met_group_finalize (GObject *object)
{
  ImpMetGroup *self = IMP_MET_GROUP (object);

  g_ptr_array_unref (self->ticks);
  g_clear_pointer (&self->page, imp_round_page_unref);
  G_OBJECT_CLASS (imp_met_group_parent_class)->finalize (object);
}

static void
imp_met_group_class_init (ImpMetGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_met_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_met_group_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/rounds/imp-met-group.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpMetGroup, met);
}

static void
imp_met_group_init (ImpMetGroup *self)
{
  self->ticks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
imp_met_group_show (ImpMetGroup *self, ImpBacklog *backlog, ImpRoundPage *page)
{
  g_autoptr (ImpRoundPage) before = NULL;

  g_return_if_fail (IMP_IS_MET_GROUP (self));

  g_set_object (&self->backlog, backlog);
  before = self->page;
  self->page = imp_round_page_ref (page);
  self->filling = TRUE;
  if (!is_same (before, page))
    create_ticks (self);
  for (guint i = 0; i < self->ticks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->ticks, i),
                                 ((ImpMeetingLine *) g_ptr_array_index (page->meetings, i))->met);
  self->filling = FALSE;
}
