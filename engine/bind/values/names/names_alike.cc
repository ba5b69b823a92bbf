#include "engine/bind/values/names/names_alike.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "allowance/allowance.h"
#include "engine/bind/bound/one_of_words.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/values/names/name_search.h"
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

// Texts one of which a name with these words is found by.
std::vector<std::string> SearchTexts(const WordSet& words) {
  std::vector<std::string> texts = {absl::StrJoin(words, " ")};
  if (!words.contains(std::string(kNeoplasm))) return texts;
  for (const std::string_view other : {"cancer", "tumor", "tumour"}) {
    WordSet changed = words;
    changed.erase(std::string(kNeoplasm));
    changed.emplace(other);
    texts.push_back(absl::StrJoin(changed, " "));
  }
  return texts;
}

class AlikeSearch {
 public:
  AlikeSearch(const CatalogueView& view, const model::SymbolList& values) : view_(view), values_(values) {}

  absl::StatusOr<std::vector<std::string>> Find(const std::set<std::string>& names) {
    for (const std::string& name : names) {
      if (WordSet words = TellingWords(name); !words.empty()) wanted_.insert(std::move(words));
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
    constexpr size_t kLookedAt = 60;  // the shortest come first
    for (const WordSet& words : wanted_) {
      for (const std::string& text : SearchTexts(words)) {
        if (absl::Status status = CheckStop(); !status.ok()) return status;
        for (const ontology::TermIndex index : ontology.Search(text, kLookedAt)) {
          const ontology::Term term = ontology.term(index);
          const std::vector<std::string> names = NamesOf(term);
          if (!std::any_of(names.begin(), names.end(), [&](const std::string& name) { return IsAlike(name); }))
            continue;
          const ontology::Terminology& terminology = view_.terminology();
          const ontology::Reached reached =
              terminology.FollowOnce(terminology.Find(term.id), ontology::Reach::kDescendants);
          if (Meet(*reached.symbols, values_)) found_.insert(term.id);
        }
      }
    }
    return absl::OkStatus();
  }

  // Of codes that no ontology has.
  absl::Status LookAtLabels() {
    for (const model::Symbol symbol : values_) {
      if (absl::Status status = CheckStopSampled(); !status.ok()) return status;
      const std::string_view code = view_.dictionary().Text(symbol);
      if (view_.terminology().KnowsPrefix(code)) continue;
      const std::string_view label = view_.dictionary().Label(symbol);
      if (!label.empty() && IsAlike(label)) found_.emplace(code);
    }
    return absl::OkStatus();
  }

  bool IsAlike(std::string_view name) const { return wanted_.contains(TellingWords(name)); }

  const CatalogueView& view_;
  const model::SymbolList& values_;
  std::set<WordSet> wanted_;
  std::set<std::string> found_;
};

}  // namespace

WordSet TellingWords(std::string_view name) {
  WordSet words;
  for (std::string& word : WordsOfName(name)) {
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
