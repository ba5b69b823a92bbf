#include "engine/secret/record_key.h"

#include <string>

namespace muster::secret {
namespace {

// One text for two: no other two have it.
std::string Joined(std::string_view a, std::string_view b) {
  std::string text;
  text.reserve(a.size() + b.size() + 1);
  for (const char c : a) {
    text.push_back(c);
    if (c == '\0') text.push_back('\xFF');
  }
  text.push_back('\0');
  return text.append(b);
}

// A key for another kind of element.
SipKey KeyFor(const SipKey& key, std::string_view kind) {
  return {SipHash24(key, std::string(kind) + " 0"), SipHash24(key, std::string(kind) + " 1")};
}

}  // namespace

uint64_t RecordKey(const SipKey& key, std::string_view dataset, std::string_view id) {
  const uint64_t hash = SipHash24(key, Joined(dataset, id));
  return hash == kNoRecordKey ? hash + 1 : hash;
}

uint64_t FamilyKey(const SipKey& key, std::string_view dataset, std::string_view family) {
  return SipHash24(KeyFor(key, "family"), Joined(dataset, family));
}

uint64_t PersonKey(const SipKey& key, std::string_view person) { return SipHash24(KeyFor(key, "person"), person); }

}  // namespace muster::secret
