#include "engine/bind/values/names/same_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/str_replace.h"
#include "allowance/allowance.h"
#include "engine/bind/bound/one_of_words.h"
#include "engine/bind/values/names/name_search.h"
#include "engine/bind/values/names/names_alike.h"

namespace muster::bind {
namespace {

using WordsOfOne = std::set<std::string>;

// A name of LOINC is long: Component [Property] in System by Method.
struct Spelt {
  WordsOfOne words;
  bool is_long = false;
};

// The component of a long name whose specimen is blood, and true: blood is meant where a name has no specimen. Of any
// other name all of it, and false.
std::pair<std::string_view, bool> WithoutProperty(std::string_view name) {
  std::string_view rest;
  std::string_view component = name;
  if (const size_t bracket = name.find(" ["); bracket != std::string_view::npos) {
    const size_t end = name.find(']', bracket);
    if (end == std::string_view::npos) return {name, false};
    component = name.substr(0, bracket);
    rest = name.substr(end + 1);
  } else if (const size_t in = name.find(" in "); in != std::string_view::npos) {
    component = name.substr(0, in);
    rest = name.substr(in);
  } else {
    return {name, false};
  }
  if (const size_t by = rest.find(" by "); by != std::string_view::npos) rest = rest.substr(0, by);
  constexpr std::array<std::string_view, 6> kOfBlood = {
      "", " in Blood", " in Serum", " in Plasma", " in Serum or Plasma", " in Serum, Plasma or Blood"};
  if (std::find(kOfBlood.begin(), kOfBlood.end(), rest) == kOfBlood.end()) return {name, false};
  constexpr std::string_view kOfAll = ".total";  // Hemoglobin A1c/Hemoglobin.total
  if (const size_t ratio = component.find('/'); ratio != std::string_view::npos && component.ends_with(kOfAll)) {
    component = component.substr(0, ratio);
  }
  return {component, true};
}

Spelt Spell(std::string_view name, model::FieldId field, bool is_label) {
  Spelt spelt;
  if (field == model::field::kMeasurementAssay) std::tie(name, spelt.is_long) = WithoutProperty(name);
  std::vector<std::string> words = is_label ? WordsWrittenOut(name) : WordsOfName(name);
  WriteNumbersInArabic(&words);
  for (std::string& word : words) {
    if (!IsOneOfWords(word, {"of", "the", "a", "an", "in", "nos"})) spelt.words.insert(std::move(word));
  }
  return spelt;
}

class SameNames {
 public:
  SameNames(const CatalogueView& view, model::FieldId field) : view_(view), field_(field) {}

  void Want(const CalledAs& called) {
    Spelt spelt = Spell(called.name, field_, called.is_label);
    const auto longest =
        std::max_element(spelt.words.begin(), spelt.words.end(),
                         [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
    constexpr size_t kShortest = 4;  // MS is several diseases
    if (longest == spelt.words.end() || longest->size() < kShortest) return;
    AddAnchors(*longest, spelt.words);
    auto& [some_short, some_long] = wanted_[std::move(spelt.words)];
    (spelt.is_long ? some_long : some_short) = true;
  }

  absl::StatusOr<std::vector<model::Symbol>> Among(const model::SymbolList& values) const {
    std::vector<model::Symbol> found;
    if (wanted_.empty()) return found;
    for (const model::Symbol symbol : values) {
      if (absl::Status status = CheckStopSampled(); !status.ok()) return status;
      const std::string_view label = view_.dictionary().Label(symbol);
      if (!MayBeWanted(label)) continue;
      const Spelt spelt = Spell(label, field_, /*is_label=*/true);
      const auto wanted = wanted_.find(spelt.words);
      if (wanted == wanted_.end()) continue;
      // Two long names of one component are two tests: of mass and of substance.
      if (spelt.is_long && !wanted->second.first) continue;
      if (!view_.terminology().KnowsPrefix(view_.dictionary().Text(symbol))) found.push_back(symbol);
    }
    return found;
  }

 private:
  // The beginnings of words one of which every such name has.
  void AddAnchors(const std::string& longest, const WordsOfOne& words) {
    anchors_.insert(longest);
    anchors_.insert(absl::StrReplaceAll(longest, {{"hem", "haem"},
                                                  {"ped", "paed"},
                                                  {"tumor", "tumour"},
                                                  {"edem", "oedem"},
                                                  {"esoph", "oesoph"},
                                                  {"leukemia", "leukaemia"}}));
    for (const Abbreviation& known : Abbreviations()) {
      const std::vector<std::string> meant = WordsOfName(known.meant);
      if (std::ranges::any_of(meant, [&](const std::string& word) { return words.contains(word); })) {
        anchors_.insert(WordsOfName(known.written).front());
      }
    }
  }
  bool MayBeWanted(std::string_view name) const {
    return std::ranges::any_of(anchors_, [&](const std::string& anchor) { return HasWordThatBegins(name, anchor); });
  }

  const CatalogueView& view_;
  const model::FieldId field_;
  std::map<WordsOfOne, std::pair<bool, bool>> wanted_;  // whether a short name is, and a long one
  std::set<std::string> anchors_;
};

}  // namespace

void WriteNumbersInArabic(std::vector<std::string>* words) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kRoman = {{{"i", "1"},
                                                                                     {"ii", "2"},
                                                                                     {"iii", "3"},
                                                                                     {"iv", "4"},
                                                                                     {"v", "5"},
                                                                                     {"vi", "6"},
                                                                                     {"vii", "7"},
                                                                                     {"viii", "8"},
                                                                                     {"ix", "9"},
                                                                                     {"x", "10"},
                                                                                     {"xi", "11"},
                                                                                     {"xii", "12"}}};
  for (size_t i = 0; i < words->size(); ++i) {
    std::string& word = (*words)[i];
    const auto number = std::ranges::find(kRoman, word, [](const auto& one) { return one.first; });
    if (number == kRoman.end()) continue;
    const bool behind_kind =
        i > 0 && IsOneOfWords((*words)[i - 1], {"type", "subtype", "stage", "grade", "class", "group", "phase",
                                                "factor", "level", "category", "bipolar"});
    if (word.size() > 1 || behind_kind) word = number->second;
  }
}

absl::StatusOr<std::vector<model::Symbol>> FindSameNames(const CatalogueView& view, const std::vector<CalledAs>& names,
                                                         model::FieldId field, const model::SymbolList& values) {
  SameNames same(view, field);
  for (const CalledAs& called : names) same.Want(called);
  return same.Among(values);
}

}  // namespace muster::bind
