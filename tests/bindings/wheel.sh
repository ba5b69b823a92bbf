#!/usr/bin/env bash
# wheel.sh BUILD LIBRARY FOLDER: makes a wheel, unpacks it, and uses what is in it. Exit code 77 where it cannot be made.
set -euo pipefail
build=$1 library=$2 work=$3
root=$(cd "$(dirname "$0")/../.." && pwd)
if ! /usr/bin/python3 -c 'import cffi, setuptools, wheel' 2>/dev/null; then
  echo "python3-cffi, python3-setuptools or python3-wheel is not installed"
  exit 77
fi
wheel=$("$root/scripts/wheel" "$build" "$work/wheels")
/usr/bin/python3 -m zipfile -e "$wheel" "$work/site"
cd "$work"
PYTHONPATH=$work/site MUSTER_LIBRARY=$library PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 -c '
import muster
with muster.open("catalogue", create=True) as catalogue:
    assert catalogue.query("count individuals").scalar() == 0
assert muster.__file__.endswith("site/muster/__init__.py")
'
test -f "$work/site/muster/py.typed"
