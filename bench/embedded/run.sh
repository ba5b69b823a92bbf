#!/usr/bin/env bash
# run.sh BUILD FOLDER: the services of this folder, one after the other, beside a writer. PEOPLE: how many are asked
# about (1,000,000), SECONDS_EACH: how long (30).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
build=$(cd "$1" && pwd) work=$2 people=${PEOPLE:-1000000} seconds=${SECONDS_EACH:-30}
muster=$(find -L "$build" -maxdepth 2 -name muster -type f -perm -u+x | head -1)
mkdir -p "$work"
if [ ! -d "$work/catalogue" ]; then
  "$muster" synth --quiet "$work/people" --people "$people"
  "$muster" import --quiet "$work/catalogue" "$work/people"/{ontology.obo,diseases.obo,phenopackets.jsonl} \
    --mapping "$work/people/mapping.json"
fi
flags=(-O2 -Wall -Wextra -Werror -I "$root/include" -L "$build" "-Wl,-rpath,$build")
c++ -std=c++17 "${flags[@]}" "$here/service.cc" -lmuster -pthread -o "$work/service_cc"
cc -std=c11 "${flags[@]}" "$here/service.c" -lmuster -pthread -o "$work/service_c"

# The writer: a process a change, of people of the dataset "live" that have a sex and nothing else.
for k in 0 1 2 3; do
  for i in $(seq 0 99); do
    printf '{"id":"live%d_%d","subject":{"id":"live%d_%d","sex":"%s"},"metaData":{}}\n' \
      "$k" "$i" "$k" "$i" "$([ $((i % 2)) = 0 ] && echo FEMALE || echo MALE)"
  done >"$work/live$k.jsonl"
  seq -f "live${k}_%g" 0 99 >"$work/live$k.ids"
done
for k in 0 1 2 3; do "$muster" import --quiet --dataset live "$work/catalogue" "$work/live$k.jsonl"; done
write() {
  local n
  for ((n = 0; ; n = (n + 1) % 4)); do
    [ ! -e "$work/stop" ] || return 0
    "$muster" delete --dataset live "$work/catalogue" --file "$work/live$n.ids" >/dev/null
    "$muster" import --quiet --dataset live "$work/catalogue" "$work/live$n.jsonl"
  done
}
problems=0
python="bash $root/tests/bindings/python.sh $build/python $build/libmuster.so.1"
for service in "$work/service_cc" "$work/service_c" "$python $here/service.py"; do
  rm -rf "$work"/backup* "$work/stop"
  write &
  writer=$!
  # shellcheck disable=SC2086
  $service "$work/catalogue" "$seconds" "$work/backup" || { [ $? = 77 ] || problems=1; }
  touch "$work/stop"
  wait $writer || { echo "the writer failed"; problems=1; }
  for backup in "$work"/backup*; do
    "$muster" check --quiet "$backup" || problems=1
    break
  done
done
rm -rf "$work"/backup*
exit $problems
