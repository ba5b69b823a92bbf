#!/usr/bin/env bash
# symbols.sh LIBRARY KEPT HEADER: fails unless the library shows exactly the functions of KEPT under MUSTER_1, all of
# which HEADER declares, and besides them nothing but names of muster:: under the node of its minor version.
set -euo pipefail
library=$1 kept=$2 header=$3
problems=0
shown=$(nm -D --defined-only --with-symbol-versions "$library" | awk '$2 != "A" { print $3 }')
in_c=$(grep '@@MUSTER_1$' <<<"$shown" | sed 's/@@.*//' | sort)
if ! diff <(sort "$kept") - <<<"$in_c"; then
  echo "The functions of the interface in C are not those of $kept. None may go; new ones are added there, and"
  echo "MUSTER_ABI in $header grows by one."
  problems=1
fi
declared=$(grep -o 'MUSTER_API [^(]*\bmuster_[a-z_0-9]*(' "$header" | grep -o 'muster_[a-z_0-9]*($' | tr -d '(' | sort)
if ! diff <(sort "$kept") - <<<"$declared"; then
  echo "$header does not declare what $kept has."
  problems=1
fi
others=$(grep -v '@@MUSTER_1$' <<<"$shown" | c++filt | grep -vE '^muster::.*@@MUSTER_CXX_[0-9.]+$' || true)
if [ -n "$others" ]; then
  echo "Other names are visible:"
  head -20 <<<"$others"
  problems=1
fi
if ! readelf -d "$library" | grep -q NODELETE; then
  echo "The library could be unloaded with dlclose, and what it left to threads and to exit would be gone."
  problems=1
fi
exit $problems
