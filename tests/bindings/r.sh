#!/usr/bin/env bash
# r.sh LIBRARY_FOLDER CATALOGUE FOLDER: builds and installs the R package into FOLDER, and runs conformance.R. Exit code
# 77 where R is not installed.
set -euo pipefail
library=$1 catalogue=$2 work=$3
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
if ! command -v R >/dev/null; then
  echo "R is not installed"
  exit 77
fi
cp -r "$root/bindings/r" "$work/package"
cp "$root/LICENSE" "$work/package/LICENSE"
mkdir "$work/library" "$work/data"
MUSTER_CFLAGS="-I$root/include" MUSTER_LIBS="-L$library -Wl,-rpath,$library" \
  R CMD INSTALL --no-docs --library="$work/library" "$work/package" >"$work/install.log" 2>&1 ||
  { cat "$work/install.log"; exit 1; }
export R_LIBS=$work/library LC_ALL=C.UTF-8
Rscript "$here/conformance.R" "$here/conformance.txt" "$catalogue" "$work/data"
cc -shared -fPIC -o "$work/later.so" "$here/later.c"
LD_PRELOAD=$work/later.so timeout 120 Rscript "$here/later.R" "$work/data/catalogue"
