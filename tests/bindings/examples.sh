#!/usr/bin/env bash
# examples.sh LIBRARY_FOLDER FOLDER: compiles the examples of docs/embedding.md and runs them.
set -euo pipefail
library=$1 work=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
flags=(-Wall -Wextra -Werror -I "$root/include" -L "$library" -Wl,-rpath,"$library")
cc -std=c99 "${flags[@]}" "$root/examples/embed.c" -lmuster -o "$work/embed"
"$work/embed" "$work"
c++ -std=c++17 -O1 "${flags[@]}" "$root/examples/service.cc" -lmuster -pthread -o "$work/service"
"$work/service" "$work"
