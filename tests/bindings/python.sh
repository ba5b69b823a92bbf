#!/usr/bin/env bash
# python.sh PACKAGE LIBRARY COMMAND...: runs Python with the built package. Exit code 77, by which CTest says "skipped",
# where Debian's Python has not what the tests need (scripts/setup installs it).
set -euo pipefail
package=$1 library=$2
shift 2
if ! /usr/bin/python3 -c 'import cffi, pandas, pytest' 2>/dev/null; then
  echo "python3-cffi, python3-pandas or python3-pytest is not installed"
  exit 77
fi
PYTHONPATH=$package MUSTER_LIBRARY=$library PYTHONDONTWRITEBYTECODE=1 exec /usr/bin/python3 "$@"
