#include "engine/bind/values/names/names_alike.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "absl/strings/match.h"
#include "allowance/allowance.h"
#include "engine/bind/bound/one_of_words.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/values/names/name_search.h"
#include "engine/bind/values/names/same_names.h"
#include "engine/model/text/text.h"
#include "engine/ontology/term_codec.h"
#include "engine/ontology/terminology.h"

namespace muster::bind {
namespace {

using WordSet = std::set<std::string>;

constexpr std::string_view kNeoplasm = "neoplasm";

// Of "depressive" and "depression", "obese" and "obesity".
std::string StemOf(std::string word) {
  constexpr size_t kShortest = 4;
  const auto cut = [&word](std::string_view end) {
    if (word.size() < kShortest + end.size() || !absl::EndsWith(word, std::string(end))) return false;
    word.resize(word.size() - end.size());
    return true;
  };
  const bool may_be_plural = !absl::EndsWith(word, "ss") && !absl::EndsWith(word, "us") && !absl::EndsWith(word, "is");
  if (may_be_plural) cut("s");
  for (const std::string_view end : {"ion", "ive", "ity", "e"}) {
    if (cut(end)) break;
  }
  return word;
}

// The beginnings of words one of which stands in every name with these words.
std::vector<std::string> AnchorsOf(const WordSet& words) {
  const auto longest = std::max_element(words.begin(), words.end(),
                                        [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
  if (*longest == kNeoplasm) return {"neoplas", "cancer", "tumor", "tumour"};
  return {*longest};
}

class AlikeSearch {
 public:
  AlikeSearch(const CatalogueView& view, const model::SymbolList& values) : view_(view), values_(values) {}

  absl::StatusOr<std::vector<std::string>> Find(const std::set<std::string>& names) {
    for (const std::string& name : names) {
      WordSet words = TellingWords(name);
      if (words.empty()) continue;
      constexpr size_t kShortest = 4;  // MS is several diseases
      const std::vector<std::string> anchors = AnchorsOf(words);
      if (anchors[0].size() < kShortest) continue;
      anchors_.insert(anchors.begin(), anchors.end());
      wanted_.insert(std::move(words));
    }
    if (wanted_.empty()) return std::vector<std::string>();
    const KindsInUse kinds(view_.terminology(), values_);
    for (const ontology::OntologyPtr& ontology : view_.terminology().ontologies()) {
      const bool is_of_values = std::any_of(kinds.recorded().begin(), kinds.recorded().end(),
                                            [&](const std::string& kind) { return ontology->OwnsPrefix(kind); });
      if (!is_of_values) continue;
      if (absl::Status status = LookIn(*ontology); !status.ok()) return status;
    }
    if (absl::Status status = LookAtLabels(); !status.ok()) return status;
    return std::vector<std::string>(found_.begin(), found_.end());
  }

 private:
  absl::Status LookIn(const ontology::Ontology& ontology) {
    const ontology::Terminology& terminology = view_.terminology();
    ontology::TermView term;
    for (size_t i = 0; i < ontology.size(); ++i) {
      if (absl::Status status = CheckStopSampled(); !status.ok()) return status;
      ontology.Read(static_cast<ontology::TermIndex>(i), term);
      if (term.obsolete || !IsCalledAlike(term)) continue;
      const std::string id(term.id);
      if (Meet(*terminology.FollowOnce(terminology.Find(id), ontology::Reach::kDescendants).symbols, values_)) {
        found_.insert(id);
      }
    }
    return absl::OkStatus();
  }

  bool IsCalledAlike(const ontology::TermView& term) const {
    return IsAlike(term.label) ||
           std::any_of(term.synonyms.begin(), term.synonyms.end(), [&](const ontology::TermView::SynonymView& synonym) {
             return synonym.scope == ontology::Synonym::Scope::kExact && IsAlike(synonym.text);
           });
  }

  // Of codes that no ontology has.
  absl::Status LookAtLabels() {
    for (const model::Symbol symbol : values_) {
      if (absl::Status status = CheckStopSampled(); !status.ok()) return status;
      const std::string_view code = view_.dictionary().Text(symbol);
      if (view_.terminology().KnowsPrefix(code)) continue;
      const std::string_view label = view_.dictionary().Label(symbol);
      if (IsAlike(label)) found_.emplace(code);
    }
    return absl::OkStatus();
  }

  bool IsAlike(std::string_view name) const {
    // Spares most names a closer look.
    const bool may_be = std::any_of(anchors_.begin(), anchors_.end(),
                                    [&](const std::string& anchor) { return HasWordThatBegins(name, anchor); });
    return may_be && wanted_.contains(TellingWords(name));
  }

  const CatalogueView& view_;
  const model::SymbolList& values_;
  std::set<WordSet> wanted_;
  std::set<std::string> anchors_;  // of each of these
  std::set<std::string> found_;
};

}  // namespace

bool HasWordThatBegins(std::string_view name, std::string_view start) {
  bool inside = false;
  for (size_t i = 0; i + start.size() <= name.size(); ++i) {
    const bool letter = model::IsAsciiAlnum(name[i]);
    if (letter && !inside &&
        std::equal(start.begin(), start.end(), name.begin() + static_cast<std::ptrdiff_t>(i),
                   [](char a, char b) { return a == model::AsciiLower(b); })) {
      return true;
    }
    inside = letter;
  }
  return false;
}

WordSet TellingWords(std::string_view name) {
  WordSet words;
  std::vector<std::string> written = WordsOfName(name);
  WriteNumbersInArabic(&written);
  for (std::string& word : written) {
    if (IsOneOfWords(word, {"disease", "diseases", "disorder", "disorders", "of", "the", "a", "an", "in", "nos"})) {
      continue;
    }
    const bool is_neoplasm = IsOneOfWords(
        word, {"cancer", "cancers", "tumor", "tumors", "neoplasm", "neoplasms", "neoplasia", "neoplastic"});
    words.insert(is_neoplasm ? std::string(kNeoplasm) : StemOf(std::move(word)));
  }
  // As these are called where a depression or a cancer is meant.
  if (words.contains("depress")) words.erase("major");
  if (words.contains(std::string(kNeoplasm))) words.erase("malignant");
  return words;
}

std::vector<std::string> NamesOf(const ontology::Term& term) {
  std::vector<std::string> names = {term.label};
  for (const ontology::Synonym& synonym : term.synonyms) {
    if (synonym.scope == ontology::Synonym::Scope::kExact) names.push_back(synonym.text);
  }
  std::erase(names, "");
  return names;
}

absl::StatusOr<std::vector<std::string>> FindNamesAlike(const CatalogueView& view, const std::set<std::string>& names,
                                                        const model::SymbolList& values) {
  return AlikeSearch(view, values).Find(names);
}

}  // namespace muster::bind
