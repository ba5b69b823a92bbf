#!/usr/bin/env bash
# hpp.sh LIBRARY_FOLDER FOLDER: compiles hpp_test.cc with another Abseil before all else, by each compiler that is
# there, as C++17 and as C++23, and runs it.
set -euo pipefail
library=$1 work=$2
here=$(cd "$(dirname "$0")" && pwd)
# What is left to those who call C: the versions, names of codes, and calls that have a later form with a token.
left="muster_abi muster_code_name muster_compact muster_error_code muster_import_text muster_verify_ledger muster_version
  muster_version_number"
problems=0
while read -r name; do
  # shellcheck disable=SC2076
  [[ " ${left//$'\n'/ } " =~ " $name " ]] && continue
  grep -qw "$name" "$here"/../../include/muster/*.hpp || { echo "muster.hpp lacks $name"; problems=1; }
done <"$here/symbols.txt"
[ $problems = 0 ]
runs=0
for compiler in g++ clang++; do
  if ! command -v "$compiler" >/dev/null; then
    echo "$compiler: not installed, left out"
    continue
  fi
  for flags in "-std=c++17 -fno-exceptions" "-std=c++2b -fno-rtti"; do
    mkdir "$work/data.$runs"
    # shellcheck disable=SC2086
    "$compiler" $flags -Wall -Wextra -Wpedantic -Wshadow -Werror -I "$here/other_abseil" -I "$here/../../include" \
      "$here/hpp_test.cc" -L "$library" -lmuster -Wl,-rpath,"$library" -o "$work/test.$runs"
    "$work/test.$runs" "$work/data.$runs"
    echo "$compiler $flags: ok"
    runs=$((runs + 1))
  done
done
[ "$runs" -gt 0 ]
