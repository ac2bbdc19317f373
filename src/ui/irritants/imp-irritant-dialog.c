/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What an irritant is called, what it is about and where it belongs, edited. */
#include "config.h"

#include "ui/irritants/imp-irritant-dialog.h"

#include "base/imp-text.h"
#include "ui/common/imp-name-row.h"
#include "ui/common/imp-plain.h"
#include "ui/irritants/imp-choice-row.h"
#include "ui/irritants/imp-tags-row.h"

struct _ImpIrritantDialog
{
  ImpFormDialog parent_instance;
  ImpItem irritant;
  char *as_of; /* of the page that is edited */
  AdwEntryRow *name;
  ImpNameRow *offering, *step, *outcome;
  AdwComboRow *waste, *change;
  ImpTagsRow *tags;
  char **tags_before;
  GtkLabel *heading;
  GtkTextView *description;
};

G_DEFINE_FINAL_TYPE (ImpIrritantDialog, imp_irritant_dialog, IMP_TYPE_FORM_DIALOG)

static void
changed_cb (ImpIrritantDialog *self)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->name));

  imp_form_dialog_set_complete (IMP_FORM_DIALOG (self), !imp_text_is_empty (title));
}

static char *
dup_description (ImpIrritantDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->description);
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  return imp_text_clean (text);
}

/* Those of the first that are not among the second. */
static char **
list_missing (char **tags, char **others)
{
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();

  for (guint i = 0; tags[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) others, tags[i]))
      g_strv_builder_add (missing, tags[i]);
  return g_strv_builder_end (missing);
}

static void
imp_irritant_dialog_submit (ImpFormDialog *dialog)
{
  ImpIrritantDialog *self = IMP_IRRITANT_DIALOG (dialog);
  g_autofree char *description = dup_description (self);
  g_autofree char *offering = imp_name_row_dup_name (self->offering);
  g_autofree char *step = imp_name_row_dup_name (self->step);
  g_autofree char *outcome = imp_name_row_dup_name (self->outcome);
  g_auto (GStrv) tags = imp_tags_row_dup_tags (self->tags);
  g_auto (GStrv) added = list_missing (tags, self->tags_before);
  g_auto (GStrv) removed = list_missing (self->tags_before, tags);
  const ImpIrritantEdit edit = {
    .title = gtk_editable_get_text (GTK_EDITABLE (self->name)),
    .description = description,
    .offering = offering,
    .step = step,
    .outcome = outcome,
    .change = (ImpChangeType) adw_combo_row_get_selected (self->change),
    .waste = (ImpWaste) adw_combo_row_get_selected (self->waste),
    .tags_added = (const char *const *) added,
    .tags_removed = (const char *const *) removed,
  };

  imp_backlog_edit_irritant_async (imp_form_dialog_get_backlog (dialog), self->irritant, &edit,
                                   self->as_of, imp_form_dialog_written_cb,
                                   imp_form_dialog_expect (dialog));
}

static void
imp_irritant_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_IRRITANT_DIALOG);
  G_OBJECT_CLASS (imp_irritant_dialog_parent_class)->dispose (object);
}

static void
imp_irritant_dialog_finalize (GObject *object)
{
  g_free (IMP_IRRITANT_DIALOG (object)->as_of);
  g_strfreev (IMP_IRRITANT_DIALOG (object)->tags_before);
  G_OBJECT_CLASS (imp_irritant_dialog_parent_class)->finalize (object);
}

static void
imp_irritant_dialog_class_init (ImpIrritantDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_irritant_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_irritant_dialog_finalize;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_irritant_dialog_submit;
  g_type_ensure (IMP_TYPE_NAME_ROW);
  g_type_ensure (IMP_TYPE_TAGS_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/irritants/imp-irritant-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantDialog, offering);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantDialog, step);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantDialog, waste);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantDialog, change);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantDialog, tags);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantDialog, description);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
imp_irritant_dialog_init (ImpIrritantDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_plain_text (GTK_WIDGET (self));
}

static void
set_name (ImpNameRow *row, ImpBacklog *backlog, ImpKind kind, const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (row), name == NULL ? "" : name);
  imp_name_row_set_source (row, backlog, kind);
}

static void
show_page (ImpIrritantDialog *self, ImpBacklog *backlog, const ImpIrritantPage *page)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->description);

  gtk_editable_set_text (GTK_EDITABLE (self->name), page->title);
  gtk_text_buffer_set_text (buffer, page->description == NULL ? "" : page->description, -1);
  set_name (self->offering, backlog, IMP_KIND_OFFERING, page->offering);
  set_name (self->step, backlog, IMP_KIND_STEP, page->step);
  set_name (self->outcome, backlog, IMP_KIND_OUTCOME, page->outcome);
  imp_choice_row_offer (self->waste, IMP_IRRITANT_WASTE, page->waste);
  imp_choice_row_offer (self->change, IMP_IRRITANT_CHANGE, page->change);
  imp_tags_row_set_source (self->tags, backlog);
  imp_tags_row_set_tags (self->tags, (const char *const *) page->tags);
}

AdwDialog *
imp_irritant_dialog_new (ImpBacklog *backlog, const ImpIrritantPage *page)
{
  ImpIrritantDialog *self = g_object_new (IMP_TYPE_IRRITANT_DIALOG, "backlog", backlog, NULL);

  self->irritant = page->item;
  self->as_of = g_strdup (page->as_of);
  self->tags_before = g_strdupv (page->tags);
  show_page (self, backlog, page);
  return ADW_DIALOG (self);
}
