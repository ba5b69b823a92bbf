#include "engine/release/ledger/own_cohorts.h"

#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace muster::release {
namespace {

void PutPart(std::string_view part, std::string* key) {
  const auto size = static_cast<uint32_t>(part.size());
  for (int shift = 24; shift >= 0; shift -= 8) key->push_back(static_cast<char>(size >> shift));
  key->append(part);
}

}  // namespace

std::string KeysOfCohorts(std::string_view tier, std::string_view principal) {
  std::string key = "c";
  PutPart(tier, &key);
  PutPart(principal, &key);
  return key;
}

std::string KeyOfCohort(std::string_view tier, std::string_view principal, std::string_view name) {
  return absl::StrCat(KeysOfCohorts(tier, principal), absl::AsciiStrToLower(std::string(name)));
}

}  // namespace muster::release
