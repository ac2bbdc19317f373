/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One irritant: what is said, what it costs, what is done about it. */
#include "config.h"

#include "ui/irritants/imp-irritant-pane-private.h"

#include "base/imp-error.h"
#include "ui/common/imp-focus.h"
#include "ui/common/imp-menu.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>

/* Whatever it names, ranks among or tells the history of; announcements are none of it. */
#define KINDS_SHOWN                                                                                \
  ~(1u << IMP_KIND_ANNOUNCEMENT | 1u << IMP_KIND_ENTRY | 1u << IMP_KIND_ORGANISATION)

static guint left_signal;

G_DEFINE_FINAL_TYPE (ImpIrritantPane, imp_irritant_pane, ADW_TYPE_NAVIGATION_PAGE)

static void
show_nothing (ImpIrritantPane *self, const char *instead)
{
  g_clear_pointer (&self->page, imp_irritant_page_unref);
  gtk_stack_set_visible_child_name (self->stack, instead);
  imp_irritant_pane_update_actions (self);
}

static void
stop_loading (ImpIrritantPane *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static GtkWidget *
create_gone (void)
{
  GtkWidget *gone = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (gone), "imp-irritants-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (gone), _ ("Choose an Irritant"));
  adw_status_page_set_description (ADW_STATUS_PAGE (gone),
                                   _ ("What colleagues say and what it costs them stands here."));
  gtk_widget_add_css_class (gone, "compact");
  imp_plain_text (gone);
  return gone;
}

/* It was deleted, here or by undoing its recording; undoing that brings it back. */
static void
leave (ImpIrritantPane *self)
{
  const gboolean focused = imp_focus_is_inside (GTK_WIDGET (self));

  if (self->gone)
    return;
  self->gone = TRUE;
  if (gtk_stack_get_child_by_name (self->stack, "gone") == NULL)
    gtk_stack_add_named (self->stack, create_gone (), "gone");
  show_nothing (self, "gone");
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
  g_signal_emit (self, left_signal, 0, self->irritant, focused);
}

static void
loaded_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpIrritantPane) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpIrritantPage) page =
      imp_backlog_irritant_page_finish (IMP_BACKLOG (backlog), result, &error);

  if (self->backlog == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, IMP_ERROR, IMP_ERROR_NOT_FOUND))
    leave (self);
  else if (error != NULL)
    imp_toasts_show_error (GTK_WIDGET (self), error);
  else if (page->item == self->irritant)
    {
      g_clear_pointer (&self->page, imp_irritant_page_unref);
      self->page = g_steal_pointer (&page);
      self->gone = FALSE;
      imp_irritant_pane_show_page (self);
      gtk_stack_set_visible_child_name (self->stack, "irritant");
      imp_irritant_pane_update_actions (self);
    }
}

static void
load (ImpIrritantPane *self)
{
  stop_loading (self);
  if (self->irritant == 0)
    return;
  self->cancellable = g_cancellable_new ();
  imp_backlog_irritant_page_async (self->backlog, self->irritant, self->cancellable, loaded_cb,
                                   g_object_ref (self));
}

static void
changed_cb (ImpIrritantPane *self, guint kinds)
{
  if (kinds & KINDS_SHOWN)
    load (self);
}

static void
imp_irritant_pane_dispose (GObject *object)
{
  ImpIrritantPane *self = IMP_IRRITANT_PANE (object);

  stop_loading (self);
  if (self->backlog != NULL)
    g_signal_handlers_disconnect_by_func (self->backlog, changed_cb, self);
  g_clear_object (&self->backlog);
  g_clear_pointer (&self->page, imp_irritant_page_unref);
  g_clear_pointer (&self->place, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_IRRITANT_PANE);
  G_OBJECT_CLASS (imp_irritant_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/irritants/imp-irritant-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, stack);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, header);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, back);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, more);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, menu);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, title);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, about);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, sentence);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, why);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, declined);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, description);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, pinned);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, merged);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, merged_into);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, context);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, tags);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, quotes);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, all_reports);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, answers);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, fixes);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, take_apart);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, parts);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, parts_section);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, no_fixes);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, history_heading);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, history);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantPane, attachments);
}

static void
imp_irritant_pane_class_init (ImpIrritantPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_irritant_pane_dispose;
  left_signal = g_signal_new ("left", IMP_TYPE_IRRITANT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
  g_type_ensure (IMP_TYPE_ATTACHMENTS_SECTION);
  bind_template (GTK_WIDGET_CLASS (klass));
  imp_irritant_pane_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
imp_irritant_pane_init (ImpIrritantPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_menu_offer (self->more, self->menu);
  imp_attachments_section_take_drops (self->attachments, GTK_WIDGET (self->scroller));
  imp_irritant_pane_update_actions (self);
}

void
imp_irritant_pane_set_backlog (ImpIrritantPane *self, ImpBacklog *backlog)
{
  g_return_if_fail (self->backlog == NULL);

  self->backlog = g_object_ref (backlog);
  imp_attachments_section_set_backlog (self->attachments, backlog);
  g_signal_connect_object (backlog, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

void
imp_irritant_pane_set_irritant (ImpIrritantPane *self, ImpItem irritant)
{
  if (self->irritant == irritant)
    return;
  self->irritant = irritant;
  self->gone = FALSE;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (irritant == 0)
    show_nothing (self, "nothing");
  load (self);
}

void
imp_irritant_pane_set_place (ImpIrritantPane *self,
                             ImpItem irritant,
                             const char *place,
                             ImpMeasure measure)
{
  const gboolean changes = self->placed != irritant || g_strcmp0 (self->place, place) != 0;

  self->placed = irritant;
  g_set_str (&self->place, place);
  self->measure = measure;
  if (changes && self->page != NULL)
    imp_irritant_pane_show_sum (self);
}

void
imp_irritant_pane_offer_way_back (ImpIrritantPane *self, gboolean offered)
{
  adw_header_bar_set_show_back_button (self->header, !offered);
  gtk_widget_set_visible (self->back, offered);
}
