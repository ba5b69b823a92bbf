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
extra=$(find "$tree/include" -type f ! -path "$tree/include/muster/*.h" ! -path "$tree/include/muster/*.hpp")
[ -z "$extra" ] || { echo "installed besides our headers: $extra"; exit 1; }
for header in "$tree"/include/muster/*.h "$tree"/include/muster/*.hpp; do
  "$cxx" -std=c++20 -fsyntax-only -Wall -Wextra -Werror -x c++ -I "$tree/include" "$header"
done

step "another Abseil is refused by the compiler"
mkdir -p "$work/other/absl/base"
absl=$(pkg-config --variable=includedir absl_base)/absl/base
other() {
  sed "$1" "$absl/config.h" >"$work/other/absl/base/config.h"
  sed "$2" "$absl/options.h" >"$work/other/absl/base/options.h"
  if "$cxx" -std=c++20 -fsyntax-only -x c++ -I "$work/other" -I "$tree/include" "$tree/include/muster/catalogue.h" \
       2>"$work/refused.log"; then
    echo "no error"
    exit 1
  fi
  grep -q "Muster was built with" "$work/refused.log" || { cat "$work/refused.log"; exit 1; }
}
other 's/define ABSL_LTS_RELEASE_VERSION .*/define ABSL_LTS_RELEASE_VERSION 20300401/' ''
other 's/define ABSL_LTS_RELEASE_VERSION .*//' ''
other '' 's/define ABSL_OPTION_INLINE_NAMESPACE_NAME .*/define ABSL_OPTION_INLINE_NAMESPACE_NAME other/'

step "the shared library shows muster's names only"
bash "$here/../bindings/symbols.sh" "$tree/$libdir/libmuster.so" "$here/../bindings/symbols.txt" \
  "$tree/include/muster/muster.h"

step "licence and notices"
test -f "$tree/share/doc/muster/LICENSE"
test -f "$tree/share/doc/muster/NOTICES.md"

step "a program in C"
cc -std=c99 "$here/../bindings/c_test.c" -I "$tree/include" -L "$tree/$libdir" -lmuster -Wl,-rpath,"$tree/$libdir" \
  -o "$work/c_test"
mkdir "$work/data.c"
"$work/c_test" "$work/data.c"

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

step "as a part of another project: it forces no settings there, and needs neither CLI11 nor libxlsxwriter"
mkdir "$work/host"
cat >"$work/host/CMakeLists.txt" <<CMAKE
cmake_minimum_required(VERSION 3.25)
project(host LANGUAGES CXX)
add_subdirectory("$(cd "$here/../.." && pwd)" muster)
add_library(host STATIC host.cc)
target_link_libraries(host PRIVATE muster::muster_static)
if(NOT CMAKE_BUILD_TYPE STREQUAL "" OR DEFINED CMAKE_POSITION_INDEPENDENT_CODE OR DEFINED CMAKE_CXX_STANDARD)
  message(FATAL_ERROR "Muster has changed the host's settings")
endif()
if(TARGET muster_program OR TARGET storage_test)
  message(FATAL_ERROR "Muster builds its program or tests in a host")
endif()
CMAKE
touch "$work/host/host.cc"
"$cmake" -S "$work/host" -B "$work/host/build" -G "$generator" -DCMAKE_CXX_COMPILER="$cxx" \
  -DCMAKE_DISABLE_FIND_PACKAGE_CLI11=ON >"$work/host.log" 2>&1 || { cat "$work/host.log"; exit 1; }

step "the program"
"$tree/bin/muster" --version
