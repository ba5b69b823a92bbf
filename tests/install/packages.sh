#!/usr/bin/env bash
# packages.sh CPACK BUILD CC FOLDER: makes the Debian packages of this build, unpacks them side by side and uses what is
# there: the program, the library by a program in C, the package for Python. Asks apt whether they could be installed
# where it is there to be asked.
set -euo pipefail
cpack=$1 build=$2 cc=$3 work=$4
here=$(cd "$(dirname "$0")" && pwd)
step() { printf '== %s\n' "$*"; }
if ! command -v dpkg-shlibdeps >/dev/null; then
  echo "dpkg-dev is not installed"
  exit 77
fi

step "cpack"
(cd "$build" && "$cpack" -G DEB -B "$work/packages" >"$work/cpack.log" 2>&1) || { cat "$work/cpack.log"; exit 1; }
packages=("$work"/packages/*.deb)
for package in "${packages[@]}"; do
  echo "$(basename "$package"): $(dpkg-deb -f "$package" Depends)"
  dpkg-deb -x "$package" "$work/root"
done
for wanted in libmuster1 libmuster-dev muster; do
  compgen -G "$work/packages/${wanted}_*.deb" >/dev/null || { echo "no package $wanted"; exit 1; }
done
dpkg-deb -f "$work"/packages/libmuster1_*.deb Depends | grep -q librocksdb || { echo "depends on no RocksDB"; exit 1; }

step "what Debian 12 does not have comes with the library"
library=$(dirname "$(find "$work/root" -name 'libmuster.so.1' | head -1)")
if grep -qs '^VERSION_CODENAME=bookworm$' /etc/os-release; then
  if dpkg-deb -f "$work"/packages/libmuster1_*.deb Depends | grep roaring; then exit 1; fi
  ldd "$library/libmuster.so.1" | grep -q "$library/muster/libroaring.so" || { ldd "$library/libmuster.so.1"; exit 1; }
fi

step "the program"
"$work/root/usr/bin/muster" --version

step "a program in C"
"$cc" -std=c99 -I "$work/root/usr/include" "$here/../bindings/c_test.c" -L "$library" -lmuster \
  -Wl,-rpath,"$library" -o "$work/c_test"
mkdir "$work/data"
"$work/c_test" "$work/data"

step "python3-muster"
if compgen -G "$work/packages/python3-muster_*.deb" >/dev/null; then
  PYTHONPATH=$work/root/usr/lib/python3/dist-packages MUSTER_LIBRARY=$library/libmuster.so.1 \
    /usr/bin/python3 -c 'import muster; print("muster", muster.version())'
else
  echo "not built: python3-cffi was not installed when this build was configured"
fi

step "apt"
if command -v apt-get >/dev/null && apt-get -s install apt >/dev/null 2>&1; then
  apt-get -s --no-install-recommends install "${packages[@]}" >"$work/apt.log" 2>&1 || { cat "$work/apt.log"; exit 1; }
  grep -c '^Inst' "$work/apt.log"
else
  echo "apt cannot be asked here"
fi
test -f "$work/root/usr/share/doc/muster/LICENSE"
