#!/usr/bin/env bash
# with_folder.sh PROGRAM...: runs the program with an empty folder as its last argument, and removes the folder.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$@" "$folder"
