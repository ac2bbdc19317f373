/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One field that people wrote without knowing of each other, with what each of them wrote. */
#include "config.h"

#include "ui/changes/imp-contest-group.h"

#include "base/imp-text.h"
#include "model/imp-field-labels.h"
#include "model/imp-field-words.h"
#include "ui/changes/imp-change-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define SPACING 12

struct _ImpContestGroup
{
  GtkBox parent_instance;

  GPtrArray *contests;
  const ImpContest *contest; /* one of them */
  GtkBox *texts;             /* side by side; NULL where they are no texts */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (ImpContestGroup, imp_contest_group, GTK_TYPE_BOX)

enum
{
  PROP_NARROW = 1,
  N_PROPS
};

enum
{
  CHOSEN,
  MAKE_ONE,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_layout (ImpContestGroup *self)
{
  gboolean beside = !self->narrow && self->contest->versions->len == 2;

  if (self->texts == NULL)
    return;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->texts),
                                  beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_homogeneous (self->texts, beside);
}

static void
imp_contest_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, IMP_CONTEST_GROUP (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_contest_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  IMP_CONTEST_GROUP (object)->narrow = g_value_get_boolean (value);
  update_layout (IMP_CONTEST_GROUP (object));
}

static void
imp_contest_group_finalize (GObject *object)
{
  g_ptr_array_unref (IMP_CONTEST_GROUP (object)->contests);
  G_OBJECT_CLASS (imp_contest_group_parent_class)->finalize (object);
}

static void
imp_contest_group_class_init (ImpContestGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = imp_contest_group_get_property;
  object_class->set_property = imp_contest_group_set_property;
  object_class->finalize = imp_contest_group_finalize;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHOSEN] = g_signal_new ("chosen", IMP_TYPE_CONTEST_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[MAKE_ONE] = g_signal_new ("make-one", IMP_TYPE_CONTEST_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
imp_contest_group_init (ImpContestGroup *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
create_caption (const char *text)
{
  GtkWidget *label = create_label (text, "caption");

  gtk_widget_add_css_class (label, "quiet");
  return label;
}

/* Several fields of one item stand under its name. */
static gboolean
is_named_above (ImpContestGroup *self, guint position)
{
  return position > 0
         && ((ImpContest *) self->contests->pdata[position - 1])->item == self->contest->item;
}

static void
add_name (ImpContestGroup *self)
{
  const ImpContest *contest = self->contest;
  const char *name =
      imp_text_is_empty (contest->name) ? imp_kind_get_label (contest->kind) : contest->name;
  GtkWidget *heading =
      g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                    PANGO_WRAP_WORD_CHAR, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (self), heading);
}

static void
add_field (ImpContestGroup *self)
{
  g_autofree char *field = imp_change_words_field (self->contest->kind, self->contest->field, TRUE);

  gtk_box_append (GTK_BOX (self), create_caption (field));
}

static char *
say_value (ImpContestGroup *self, const ImpVersion *version)
{
  return imp_field_value_to_words (self->contest->kind, self->contest->field, &version->value,
                                   version->name);
}

/* What is told of a version beside who wrote it and when; NULL: nothing. */
static const char *
get_standing (ImpContestGroup *self, guint i)
{
  if (self->contest->is_told)
    /* Translators: who wrote it and when; it is what colleagues read, or came after they could */
    return i == 0 ? _ ("%s · published") : _ ("%s · came after it was published");
  /* Translators: of two values, this is the one that is shown everywhere: "Inès Caron · 3 November
   * 2026, 14:05 · shown now" */
  return i == 0 ? _ ("%s · shown now") : NULL;
}

static char *
say_source (ImpContestGroup *self, guint i)
{
  const ImpVersion *version = self->contest->versions->pdata[i];
  const char *standing = get_standing (self, i);
  g_autofree char *source = imp_change_words_who_and_when (version->actor, version->time_ms);

  return standing != NULL ? g_strdup_printf (standing, source) : g_steal_pointer (&source);
}

static void
choose_clicked_cb (ImpContestGroup *self, GtkButton *button)
{
  g_signal_emit (self, signals[CHOSEN], 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "version")));
}

static GtkWidget *
create_button (ImpContestGroup *self, guint version, const char *label, const char *value)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), "version", GUINT_TO_POINTER (version));
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  value, -1);
  return button;
}

/* What is published needs nobody to keep it, and cannot give way. NULL: no button. */
static GtkWidget *
create_choice (ImpContestGroup *self, guint i, const char *value)
{
  if (self->contest->is_told)
    /* Translators: a button; it drops what came after the page was published */
    return i == 0 ? NULL : create_button (self, 0, _ ("Leave Out"), value);
  /* Translators: a button below each of several texts or values, of which one is to hold; the first
   * is of the one that is shown now */
  return create_button (self, i, i == 0 ? _ ("Keep This") : _ ("Use This"), value);
}

static GtkWidget *
create_row (ImpContestGroup *self, guint i)
{
  const ImpVersion *version = self->contest->versions->pdata[i];
  g_autofree char *value = say_value (self, version);
  g_autofree char *source = say_source (self, i);
  GtkWidget *button = create_choice (self, i, value);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), source);
  if (button == NULL)
    return row;
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static GtkWidget *
create_rows (ImpContestGroup *self)
{
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < self->contest->versions->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_row (self, i));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  imp_field_get_label (self->contest->kind, self->contest->field),
                                  -1);
  return list;
}

static GtkWidget *
create_card (ImpContestGroup *self, guint i)
{
  const ImpVersion *version = self->contest->versions->pdata[i];
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *value = say_value (self, version);
  g_autofree char *source = say_source (self, i);
  GtkWidget *button = create_choice (self, i, value);
  GtkWidget *text = create_label (value, NULL);

  gtk_widget_set_vexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (card), create_caption (source));
  gtk_box_append (GTK_BOX (card), text);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "version");
  gtk_widget_set_hexpand (card, TRUE);
  if (button == NULL)
    return card;
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  gtk_box_append (GTK_BOX (card), button);
  return card;
}

static GtkWidget *
create_texts (ImpContestGroup *self)
{
  self->texts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING));
  for (guint i = 0; i < self->contest->versions->len; i++)
    gtk_box_append (self->texts, create_card (self, i));
  gtk_widget_set_vexpand (GTK_WIDGET (self->texts), FALSE); /* only the cards among each other */
  update_layout (self);
  return GTK_WIDGET (self->texts);
}

static void
make_one_clicked_cb (ImpContestGroup *self)
{
  g_signal_emit (self, signals[MAKE_ONE], 0);
}

static GtkWidget *
create_make_one (ImpContestGroup *self)
{
  GtkWidget *button =
      gtk_button_new_with_label (self->contest->versions->len == 2 ? _ ("Make One Text of Both…")
                                                                   : _ ("Make One Text of All…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  g_signal_connect_object (button, "clicked", G_CALLBACK (make_one_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

/* The page of an announcement as it was published is not written by hand. */
static gboolean
is_prose (const ImpContest *contest)
{
  const ImpField *field = imp_kind_get_field (contest->kind, contest->field);

  return field != NULL && field->type == IMP_FIELD_PROSE
         && !(contest->kind == IMP_KIND_ANNOUNCEMENT && field->number == IMP_ANNOUNCEMENT_DOCUMENT);
}

GtkWidget *
imp_contest_group_new (GPtrArray *contests, guint position)
{
  ImpContestGroup *self = g_object_new (IMP_TYPE_CONTEST_GROUP, NULL);

  self->contests = g_ptr_array_ref (contests);
  self->contest = g_ptr_array_index (contests, position);
  if (!is_named_above (self, position))
    add_name (self);
  add_field (self);
  if (is_prose (self->contest))
    {
      gtk_box_append (GTK_BOX (self), create_texts (self));
      if (!self->contest->is_told)
        gtk_box_append (GTK_BOX (self), create_make_one (self));
    }
  else
    gtk_box_append (GTK_BOX (self), create_rows (self));
  return GTK_WIDGET (self);
}

const ImpContest *
imp_contest_group_get_contest (ImpContestGroup *self)
{
  return self->contest;
}
