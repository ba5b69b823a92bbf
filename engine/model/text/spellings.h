// A name as it is written where a keyboard has no accents.
#ifndef MUSTER_ENGINE_MODEL_TEXT_SPELLINGS_H_
#define MUSTER_ENGINE_MODEL_TEXT_SPELLINGS_H_

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace muster::model {

/// The name, and where it has Latin letters with accents what others write: "gültig_bis" is also "gultig_bis" and
/// "gueltig_bis".
std::vector<std::string> SpellingsOf(std::string_view name);

/// Whether `test` holds for the name in one of these.
template <typename F>
bool OfAnySpelling(std::string_view name, F test) {
  // (Most names have no such letters.)
  if (test(name)) return true;
  if (std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return false;
  const std::vector<std::string> spellings = SpellingsOf(name);
  return std::any_of(spellings.begin(), spellings.end(), test);
}

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TEXT_SPELLINGS_H_
