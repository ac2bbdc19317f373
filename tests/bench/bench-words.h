/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Words of a made-up organisation, and skewed draws from them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Draws 0 … n-1, the first ones far more often: Zipf's law. */
typedef struct
{
  guint n;
  double *sums; /* owned: running sums of 1 / rank */
} BenchZipf;

void bench_zipf_init (BenchZipf *self, guint n);
void bench_zipf_clear (BenchZipf *self);
guint bench_zipf_draw (const BenchZipf *self, GRand *rand);

/* 30 to 80 letters, as people title what annoys them. */
char *bench_words_make_title (GRand *rand);
/* One to three sentences, as people say it. */
char *bench_words_make_said (GRand *rand);
/* The i-th name; different for different i. */
char *bench_words_name_person (guint i);
char *bench_words_name_site (guint i);
char *bench_words_name_department (guint i);
char *bench_words_name_offering (guint i);

G_END_DECLS
