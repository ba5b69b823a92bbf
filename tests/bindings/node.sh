#!/usr/bin/env bash
# node.sh LIBRARY CATALOGUE FOLDER: runs conformance.js. Exit code 77 where Node or koffi is not installed: scripts/setup
# brings koffi where there is npm, and so does `npm install` in bindings/node.
set -euo pipefail
library=$1 catalogue=$2 work=$3
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../../bindings/node"
export NODE_PATH=${NODE_PATH:-$here/../../build/node/node_modules}
if ! command -v node >/dev/null || ! node -e "require('koffi')" 2>/dev/null; then
  echo "Node, or its package koffi, is not installed"
  exit 77
fi
MUSTER_LIBRARY=$library node "$here/conformance.js" "$catalogue" "$work"
