/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The normal distribution. For the model layer only. */
#include "config.h"

#include "model/imp-normal.h"

#include <math.h>

double
imp_normal_get_chance (double z)
{
  return erfc (-z * G_SQRT2 / 2) / 2;
}

double
imp_normal_get_density (double z)
{
  return exp (-z * z / 2) / sqrt (2 * G_PI);
}

/* Of less than half +- q. */
static double
get_middle_percentage_point (double q)
{
  double r = 0.180625 - q * q;

  return q * (((59.109374720 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)
         / (((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1);
}

static double
get_tail_percentage_point (double chance)
{
  double r = sqrt (-log (chance)), near = r - 1.6, far = r - 5;

  if (r <= 5)
    return (((0.17023821103 * near + 1.3067284816) * near + 2.7568153900) * near + 1.4234372777)
           / ((0.12021132975 * near + 0.73700164250) * near + 1);
  return (((0.017337203997 * far + 0.42868294337) * far + 3.0812263860) * far + 6.6579051150)
         / ((0.012258202635 * far + 0.24197894225) * far + 1);
}

double
imp_normal_get_exceeded (double chance)
{
  double q = 0.5 - chance;

  if (fabs (q) <= 0.425)
    return get_middle_percentage_point (q);
  return q > 0 ? get_tail_percentage_point (chance) : -get_tail_percentage_point (1 - chance);
}
