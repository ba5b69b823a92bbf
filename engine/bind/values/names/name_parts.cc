#include "engine/bind/values/names/name_parts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/one_of_words.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/model/schema/keyword.h"
#include "engine/ontology/terminology.h"

namespace muster::bind {
namespace {

constexpr size_t kMostParts = 2;
constexpr size_t kMostWords = 10;

struct Place {
  size_t begin = 0, end = 0;
};

// Where the words of `name` stand: runs of letters and digits.
std::vector<Place> WordsIn(std::string_view name) {
  std::vector<Place> words;
  bool inside = false;
  for (size_t i = 0; i < name.size(); ++i) {
    const bool letter = absl::ascii_isalnum(static_cast<unsigned char>(name[i])) || (name[i] & 0x80) != 0;
    if (letter && !inside) words.push_back({i, i});
    if (letter) words.back().end = i + 1;
    inside = letter;
  }
  if (words.size() > kMostWords) words.erase(words.begin(), words.end() - kMostWords);
  return words;
}

// Whether a run of words says anything by itself: without small and general words something is left of it.
bool Tells(std::string_view part) {
  constexpr size_t kShortest = 5;  // of a single word that is rarely part of a name by chance
  std::vector<std::string> words = WordsOfName(part);
  std::erase_if(words, [](const std::string& word) {
    constexpr size_t kLetter = 1;
    return word.size() == kLetter ||
           IsOneOfWords(word, {"of",          "the",       "and",      "in",        "or",       "with",      "to",
                               "disease",     "diseases",  "disorder", "disorders", "syndrome", "condition", "virus",
                               "abnormality", "infection", "finding",  "symptom",   "acute",    "chronic",   "primary",
                               "secondary",   "other",     "severe",   "positive",  "negative", "status",    "stage",
                               "grade",       "treatment", "therapy"});
  });
  return words.size() > 1 || (words.size() == 1 && words[0].size() >= kShortest);
}

class PartSearch {
 public:
  PartSearch(const CatalogueView& view, std::string_view name, model::FieldId field, ontology::SymbolSet values)
      : view_(view), name_(name), field_(field), values_(std::move(values)), words_(WordsIn(name)) {
    // Of several with one label the first by its text, in whatever order records came.
    for (const model::Symbol symbol : *values_) {
      const auto [first, is_new] =
          by_label_.try_emplace(model::NormalizeKeyword(view_.dictionary().Label(symbol)), symbol);
      if (!is_new && view_.dictionary().Text(symbol) < view_.dictionary().Text(first->second)) first->second = symbol;
    }
  }

  std::vector<NamePart> Find() {
    std::vector<NamePart> parts = Longest([this](std::string_view part) { return Called(part); });
    if (!parts.empty()) return parts;
    int searches = 12;  // each search reads all names
    return Longest([&](std::string_view part) -> std::optional<FoundName> {
      if (searches-- <= 0) return std::nullopt;
      std::vector<FoundName> found = FindNames(view_, part, field_, 1);
      return found.empty() ? std::nullopt : std::optional(std::move(found[0]));
    });
  }

 private:
  template <typename Search>
  std::vector<NamePart> Longest(const Search& search) const {
    std::vector<NamePart> parts;
    for (size_t length = words_.size(); length-- > 1 && parts.empty();) {
      for (size_t begin = words_.size() - length + 1; begin-- > 0 && parts.size() < kMostParts;) {
        const size_t from = words_[begin].begin;
        const std::string_view part = name_.substr(from, words_[begin + length - 1].end - from);
        if (!Tells(part)) continue;
        auto found = search(part);
        if (found && !AreContrary(name_, found->label)) parts.push_back({std::string(part), *std::move(found)});
      }
    }
    return parts;
  }

  // What is recorded under exactly this name.
  std::optional<FoundName> Called(std::string_view part) const {
    const ontology::Terminology& terminology = view_.terminology();
    for (const ontology::Node node : terminology.FindByName(part)) {
      if (terminology.IsObsolete(node)) continue;
      const std::string id(terminology.TermId(node));
      if (Meet(*terminology.Follow(terminology.Find(id), ontology::Reach::kDescendants).symbols, *values_)) {
        return FoundName{id, terminology.Label(id)};
      }
    }
    const auto label = by_label_.find(model::NormalizeKeyword(part));
    if (label == by_label_.end()) return std::nullopt;
    const std::string code(view_.dictionary().Text(label->second));
    return FoundName{code, terminology.Label(code)};
  }

  const CatalogueView& view_;
  const std::string_view name_;
  const model::FieldId field_;
  const ontology::SymbolSet values_;
  const std::vector<Place> words_;
  std::map<std::string, model::Symbol> by_label_;
};

}  // namespace

std::vector<NamePart> LongestRecordedParts(const CatalogueView& view, std::string_view name, model::FieldId field) {
  auto values = view.FieldValues(field);
  if (!values.ok()) return {};  // what is said beside an answer
  return PartSearch(view, name, field, *std::move(values)).Find();
}

}  // namespace muster::bind
