#!/usr/bin/env bash
# run.sh CMAKE BUILD CXX GENERATOR LIBDIR: see CMakeLists.txt.
set -euo pipefail
cmake=$1 build=$2 cxx=$3 generator=$4 libdir=$5
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
step() { printf '== %s\n' "$*"; }

step "install"
"$cmake" --install "$build" --prefix "$work/first" >"$work/install.log" || { cat "$work/install.log"; exit 1; }
# An installed tree can be moved: nothing in it may name the place it was installed to.
mv "$work/first" "$work/tree"
tree=$work/tree
if grep -rIl -e "$work/first" -e "$build" "$tree"; then
  echo "these files name the place they were built in or installed to"
  exit 1
fi

step "headers: ours, each complete in itself, and nothing else"
extra=$(find "$tree/include" -type f ! -path "$tree/include/muster/*.h")
[ -z "$extra" ] || { echo "installed besides our headers: $extra"; exit 1; }
for header in "$tree"/include/muster/*.h; do
  "$cxx" -std=c++20 -fsyntax-only -Wall -Wextra -Werror -x c++ -I "$tree/include" "$header"
done

step "the shared library shows muster's names only"
names=$(nm -D --defined-only -C "$tree/$libdir/libmuster.so" | awk '$2 ~ /[TDBR]/' | cut -d' ' -f3- | grep -v '^muster::' || true)
[ -z "$names" ] || { echo "other names are visible:"; echo "$names" | head -20; exit 1; }

step "find_package"
"$cmake" -S "$here/cmake_consumer" -B "$work/consumer" -G "$generator" -DCMAKE_BUILD_TYPE=Release \
  -DCMAKE_CXX_COMPILER="$cxx" -DCMAKE_PREFIX_PATH="$tree" >"$work/configure.log" || { cat "$work/configure.log"; exit 1; }
# A second time: what the first run put into the cache must not stand in the way.
"$cmake" "$work/consumer" >"$work/configure.log" || { cat "$work/configure.log"; exit 1; }
"$cmake" --build "$work/consumer" >"$work/build.log" || { cat "$work/build.log"; exit 1; }
for program in shared_consumer static_consumer; do
  mkdir "$work/data.$program"
  "$work/consumer/$program" "$work/data.$program"
done

step "pkg-config"
export PKG_CONFIG_PATH=$tree/$libdir/pkgconfig
read -r -a flags <<<"$(pkg-config --cflags --libs muster)"
"$cxx" -std=c++20 "$here/consumer.cc" "${flags[@]}" -Wl,-rpath,"$tree/$libdir" -o "$work/pkg_config_consumer"
mkdir "$work/data.pkg_config"
"$work/pkg_config_consumer" "$work/data.pkg_config"

step "the program"
"$tree/bin/muster" --version
