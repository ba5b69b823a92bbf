#!/usr/bin/env bash
# chroot.sh CPACK BUILD FOLDER: makes the Debian packages of this build and installs them into an empty Debian, by
# `apt install ./*.deb`; uses program, library and Python there; takes them out again. Downloads some 100 MB. Exit code
# 77 where debootstrap or root is wanting.
set -euo pipefail
cpack=$1 build=$2 work=$3
root=$work/root
step() { printf '== %s\n' "$*"; }
if [ "$(id -u)" != 0 ] || ! command -v debootstrap >/dev/null; then
  echo "needs root and debootstrap"
  exit 77
fi
suite=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
within() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive "$@"; }

step "cpack"
mkdir -p "$work"
(cd "$build" && "$cpack" -G DEB -B "$work/packages" >"$work/cpack.log" 2>&1) || { cat "$work/cpack.log"; exit 1; }

step "an empty Debian ($suite)"
[ -e "$root/etc/debian_version" ] || debootstrap --variant=minbase "$suite" "$root" >"$work/debootstrap.log" ||
  { tail -5 "$work/debootstrap.log"; exit 1; }
rm -rf "$root/packages"
mkdir "$root/packages"
cp "$work"/packages/*.deb "$root/packages"

step "apt install"
within apt-get update -qq
# The program brings nothing that only its building needs; the package for development and gcc come after it.
within sh -c 'apt-get install -q -y --no-install-recommends /packages/libmuster1_*.deb /packages/muster_*.deb' \
  >"$work/apt.log" 2>&1 || { tail -20 "$work/apt.log"; exit 1; }
! within dpkg -l gcc g++ cmake 2>/dev/null | grep -q '^ii' || { echo "a compiler was installed with it"; exit 1; }

step "the program"
within muster synth --quiet /root/people --people 500
within sh -c 'cd /root/people && muster import --quiet /root/cat ontology.obo diseases.obo phenopackets.jsonl --mapping mapping.json'
[ "$(within muster query /root/cat 'count individuals' --format tsv | tail -1)" = 500 ] || { echo "not 500 people"; exit 1; }
within muster check --quiet /root/cat
within test -s /usr/share/doc/muster/LICENSE

if compgen -G "$work/packages/python3-muster_*.deb" >/dev/null; then
  step "Python"
  within sh -c 'apt-get install -q -y --no-install-recommends /packages/python3-muster_*.deb' >"$work/apt.log" 2>&1 ||
    { tail -20 "$work/apt.log"; exit 1; }
  within python3 -c 'import muster
assert muster.open("/root/cat", read_only=True).query("count individuals").scalar() == 500'
fi

step "C and C++"
within sh -c 'apt-get install -q -y --no-install-recommends /packages/libmuster-dev_*.deb g++ libc6-dev pkg-config' \
  >"$work/apt.log" 2>&1 || { tail -20 "$work/apt.log"; exit 1; }
here=$(cd "$(dirname "$0")" && pwd)
cp "$here/../../examples/embed.c" "$here/../../examples/service.cc" "$here/consumer.cc" "$root/root"
within sh -c 'cd /root && cc embed.c -lmuster -o embed && mkdir -p c && ./embed c'
within sh -c 'cd /root && c++ -std=c++17 service.cc -lmuster -pthread -o service && mkdir -p s && ./service s'
# shellcheck disable=SC2016
within sh -c 'cd /root && c++ -std=c++20 consumer.cc $(pkg-config --cflags --libs muster) -o consumer && mkdir -p d && ./consumer d'

step "apt purge"
within sh -c 'apt-get purge -q -y "muster" "libmuster*" "python3-muster*"' >"$work/apt.log" 2>&1 ||
  { tail -20 "$work/apt.log"; exit 1; }
left=$(within find /usr /etc /var/lib -name '*muster*' ! -path '/var/lib/dpkg/*' ! -path '/var/lib/apt/*')
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }
echo "ok"
