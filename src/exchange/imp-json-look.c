/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which of our JSON files it is. */
#include "config.h"

#include "exchange/imp-json-look.h"

#include "exchange/imp-json-reader.h"

char *
imp_json_look (GInputStream *stream, GCancellable *cancellable)
{
  static const ImpJsonToken tokens[] = { IMP_JSON_OBJECT, IMP_JSON_STRING, IMP_JSON_COLON,
                                         IMP_JSON_STRING };
  g_autoptr (ImpSource) source = imp_source_new (stream, cancellable);
  g_autoptr (ImpJsonReader) reader = imp_json_reader_new (source);

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    if (!imp_json_reader_next (reader, NULL) || reader->token != tokens[i]
        || (i == 1 && !g_str_equal (reader->text->str, "format")))
      return NULL;
  return g_strdup (reader->text->str);
}
