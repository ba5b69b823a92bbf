#include "engine/model/text/result_word.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "engine/model/text/blank.h"
#include "engine/model/text/composed.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

struct Spelling {
  std::string_view written;  // in small letters, without hyphens
  std::string_view word;
};

// English, German, French, Spanish and Portuguese, Italian, Dutch.
constexpr Spelling kSpellings[] = {
    {"positive", "positive"},
    {"pos", "positive"},
    {"positiv", "positive"},
    {"positif", "positive"},
    {"positivo", "positive"},
    {"positiva", "positive"},
    {"positief", "positive"},
    {"negative", "negative"},
    {"neg", "negative"},
    {"negativ", "negative"},
    {"n\xC3\xA9gatif", "negative"},
    {"negatif", "negative"},
    {"negativo", "negative"},
    {"negativa", "negative"},
    {"negatief", "negative"},
    {"detected", "detected"},
    {"nachweisbar", "detected"},
    {"detectado", "detected"},
    {"not detected", "not detected"},
    {"undetected", "not detected"},
    {"none detected", "not detected"},
    {"nicht nachweisbar", "not detected"},
    {"no detectado", "not detected"},
    {"reactive", "reactive"},
    {"reaktiv", "reactive"},
    {"reactivo", "reactive"},
    {"non reactive", "non-reactive"},
    {"nonreactive", "non-reactive"},
    {"not reactive", "non-reactive"},
    {"nicht reaktiv", "non-reactive"},
    {"no reactivo", "non-reactive"},
    {"trace", "trace"},
    {"traces", "trace"},
    {"spuren", "trace"},
};

constexpr size_t kLongestResult = 24;

}  // namespace

std::string_view ResultWord(std::string_view text) {
  text = TrimAll(text);
  if (text.ends_with('.')) text.remove_suffix(1);
  if (text.size() < 3 || text.size() > kLongestResult) return {};
  std::string lower = ToLower(Composed(text));
  std::replace_if(
      lower.begin(), lower.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  const auto* found = std::find_if(std::begin(kSpellings), std::end(kSpellings),
                                   [&](const Spelling& one) { return one.written == lower; });
  return found == std::end(kSpellings) ? std::string_view() : found->word;
}

}  // namespace muster::model
