/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A colleague's words: quotation mark, words, and who said them where and when. */
#include "config.h"

#include "ui/common/imp-quote.h"

struct _ImpQuote
{
  GtkWidget parent_instance;
  GtkWidget *mark;
  GtkWidget *texts;
  GtkLabel *words;
  GtkLabel *source;
  GtkWidget *link;
  GtkLabel *link_source;
  gint64 person;
};

G_DEFINE_FINAL_TYPE (ImpQuote, imp_quote, GTK_TYPE_WIDGET)

enum
{
  PROP_WORDS = 1,
  PROP_SOURCE,
  PROP_PERSON,
  PROP_LINES,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
imp_quote_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ImpQuote *self = IMP_QUOTE (object);

  if (id == PROP_PERSON)
    g_value_set_int64 (value, self->person);
  else if (id == PROP_LINES)
    g_value_set_int (value, gtk_label_get_lines (self->words));
  else
    g_value_set_string (value, gtk_label_get_text (id == PROP_WORDS ? self->words : self->source));
}

static void
show_source (ImpQuote *self)
{
  const char *source = gtk_label_get_text (self->source);
  gboolean any = *source != '\0', linked = any && self->person != 0;

  gtk_label_set_text (self->link_source, source);
  gtk_widget_set_visible (GTK_WIDGET (self->source), any && !linked);
  gtk_widget_set_visible (self->link, linked);
}

static void
link_clicked_cb (ImpQuote *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-person", "x", self->person);
}

static void
clip (ImpQuote *self, int lines)
{
  gtk_label_set_lines (self->words, lines);
  gtk_label_set_ellipsize (self->words, lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
}

static void
imp_quote_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ImpQuote *self = IMP_QUOTE (object);

  if (id == PROP_PERSON)
    self->person = g_value_get_int64 (value);
  else if (id == PROP_LINES)
    clip (self, g_value_get_int (value));
  else
    gtk_label_set_text (id == PROP_WORDS ? self->words : self->source,
                        g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
  show_source (self);
}

static void
imp_quote_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_QUOTE);
  G_OBJECT_CLASS (imp_quote_parent_class)->dispose (object);
}

static void
imp_quote_class_init (ImpQuoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = imp_quote_get_property;
  object_class->set_property = imp_quote_set_property;
  object_class->dispose = imp_quote_dispose;
  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  properties[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, flags);
  properties[PROP_PERSON] = g_param_spec_int64 ("person", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_LINES] = g_param_spec_int ("lines", NULL, NULL, -1, G_MAXINT, -1, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/common/imp-quote.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpQuote, mark);
  gtk_widget_class_bind_template_child (widget_class, ImpQuote, texts);
  gtk_widget_class_bind_template_child (widget_class, ImpQuote, words);
  gtk_widget_class_bind_template_child (widget_class, ImpQuote, source);
  gtk_widget_class_bind_template_child (widget_class, ImpQuote, link);
  gtk_widget_class_bind_template_child (widget_class, ImpQuote, link_source);
  gtk_widget_class_bind_template_callback (widget_class, link_clicked_cb);
}

static void
imp_quote_init (ImpQuote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
imp_quote_new (const char *words, const char *source)
{
  return g_object_new (IMP_TYPE_QUOTE, "words", words, "source", source, NULL);
}
