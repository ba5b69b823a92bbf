#!/usr/bin/env bash
# outcomes.sh REGISTERED CTEST: what ctest makes of each outcome of a test, those of sample_outcomes.cc. REGISTERED is the
# file in which CMake has registered them, as it does all of ours (gtest_discover_tests).
set -uo pipefail
ctest=$2
registered=$(mktemp -d)
trap 'rm -r "$registered"' EXIT
echo "include([==[$1]==])" >"$registered/CTestTestfile.cmake"
problems=0
# expect TEST OUTCOME
expect() {
  local said
  said=$("$ctest" --test-dir "$registered" -R "^$1\$" 2>&1 | grep -oE "$1 \.+ *\**(Passed|Failed|Skipped)" | grep -oE '[A-Z][a-z]+$')
  [ "$said" = "$2" ] && return
  echo "ctest says '$said' of $1, and not '$2'"
  problems=$((problems + 1))
}
expect Outcome.Passes Passed
expect Outcome.Fails Failed
expect Outcome.Skips Skipped
expect Outcome.FailsAndSkips Failed
expect WithoutSuite.Passes Failed
exit $((problems > 0))
