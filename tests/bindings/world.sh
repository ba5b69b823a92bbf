#!/usr/bin/env bash
# world.sh MUSTER DATA CATALOGUE: imports tests/data/world, as the golden tests do, for all bindings to ask.
set -euo pipefail
muster=$1 data=$2 catalogue=$3
rm -rf "$catalogue"
"$muster" import --quiet "$catalogue" "$data/ontology.obo" "$data/diseases.obo" "$data/people.jsonl" \
  --mapping "$data/mapping.json" --dataset hospital
"$muster" import --quiet "$catalogue" "$data/registry.jsonl" --mapping "$data/mapping.json" --dataset registry
