#include "engine/bind/values/names/name_search.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "allowance/allowance.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/model/record/record.h"
#include "engine/ontology/terminology.h"
#include "grammar/text/edit_distance.h"

namespace muster::bind {
namespace {

using Words = std::vector<std::string>;

Words WordsOf(std::string_view text) { return WordsOfName(text); }

bool IsFiller(std::string_view word) {
  return word == "of" || word == "the" || word == "and" || word == "in" || word == "or" || word == "with";
}

// Whether `word` is the first letters of words of `name` that follow each other.
bool AreInitials(std::string_view word, const Words& name) {
  if (word.size() < 2) return false;
  std::string initials;
  for (const std::string& part : name) {
    if (!IsFiller(part)) initials += part[0];
  }
  return initials == word || (word.size() >= 3 && absl::StrContains(initials, std::string(word)));
}

// How well one word names; nothing when it does not. `whole`: as a word of the name only.
std::optional<int> MatchWord(std::string_view word, bool whole, const Words& name) {
  if (whole) return std::find(name.begin(), name.end(), word) == name.end() ? std::nullopt : std::optional(0);
  std::optional<int> best;
  const auto take = [&](int rank) { best = std::min(best.value_or(rank), rank); };
  for (const std::string& part : name) {
    if (part == word) take(0);
    if (absl::StartsWith(part, std::string(word))) take(1);
    if (word.size() >= 4 && absl::StrContains(part, std::string(word))) take(2);
  }
  if (!best && AreInitials(word, name)) take(1);
  return best;
}

// Each word once, so that a long text of few words costs what these cost.
void DropRepeated(Words* words) {
  std::set<std::string> seen;
  std::erase_if(*words, [&seen](const std::string& word) { return !seen.insert(word).second; });
}

struct Spelling {
  Words written, meant;
};
const std::vector<Spelling>& Spellings() {
  static const auto* all = [] {
    auto* spellings = new std::vector<Spelling>;
    for (const Abbreviation& known : Abbreviations())
      spellings->push_back({WordsOf(known.written), WordsOf(known.meant)});
    return spellings;
  }();
  return *all;
}

// The longest abbreviation at the words from `i` on; null if there is none.
const Spelling* SpellingAt(const Words& words, size_t i) {
  const Spelling* longest = nullptr;
  for (const Spelling& known : Spellings()) {
    if (known.written.size() > words.size() - i) continue;
    if (longest != nullptr && known.written.size() <= longest->written.size()) continue;
    if (std::equal(known.written.begin(), known.written.end(), words.begin() + static_cast<std::ptrdiff_t>(i))) {
      longest = &known;
    }
  }
  return longest;
}

// `words` with abbreviations in their long forms; nothing where there are none.
std::optional<Words> WrittenOut(const Words& words) {
  Words spelt;
  bool any = false;
  for (size_t i = 0; i < words.size();) {
    const Spelling* known = SpellingAt(words, i);
    any = any || known != nullptr;
    const Words meant = known != nullptr ? known->meant : Words{words[i]};
    spelt.insert(spelt.end(), meant.begin(), meant.end());
    i += known != nullptr ? known->written.size() : 1;
  }
  if (!any) return std::nullopt;
  DropRepeated(&spelt);
  return spelt;
}

// The words of `text` that are abbreviations and written in capitals: SLE is not the beginning of sleep.
std::set<std::string> AbbreviationsInCapitals(std::string_view text) {
  std::set<std::string> found;
  std::string word;
  const auto end_word = [&] {
    const Words lower = WordsOf(word);
    if (lower.size() == 1 && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
        SpellingAt(lower, 0) != nullptr) {
      found.insert(lower[0]);
    }
    word.clear();
  };
  for (const char c : text) {
    if (absl::ascii_isalnum(static_cast<unsigned char>(c)) || (c & 0x80) != 0) {
      word += c;
    } else {
      end_word();
    }
  }
  end_word();
  return found;
}

// The texts that `text` may mean: itself, and with abbreviations expanded.
std::vector<NameReading> Readings(std::string_view text) {
  std::vector<NameReading> readings = {{WordsOf(text), AbbreviationsInCapitals(text)}};
  DropRepeated(&readings[0].words);
  if (auto spelt = WrittenOut(readings[0].words)) readings.push_back({*std::move(spelt), {}});
  return readings;
}

std::optional<int> MatchReading(const NameReading& reading, const Words& name) {
  int rank = 0;
  for (const std::string& word : reading.words) {
    if (IsFiller(word) && reading.words.size() > 1) continue;
    const auto of_word = MatchWord(word, reading.whole.contains(word), name);
    if (!of_word) return std::nullopt;
    rank += 4 * *of_word;
  }
  // Of names that match alike, those with the fewest other words.
  const size_t more = name.size() > reading.words.size() ? name.size() - reading.words.size() : 0;
  return rank + static_cast<int>(std::min<size_t>(more, 3));
}

// The best match of `readings` with any of the names.
std::optional<int> BestMatch(const std::vector<NameReading>& readings, const std::vector<std::string>& names) {
  std::optional<int> best;
  for (const std::string& name : names) {
    const Words words = WordsOf(name);
    for (const NameReading& reading : readings) {
      const auto rank = reading.words.empty() ? std::optional(0) : MatchReading(reading, words);
      if (rank) best = std::min(best.value_or(*rank), *rank);
    }
  }
  return best;
}

// Rows of the field with any of the symbols.
uint64_t RowsWith(const CatalogueView& view, model::FieldId field, const model::SymbolList& symbols) {
  constexpr size_t kMaxDescendants = 200;  // of a broad term, an estimate is enough to sort by
  const auto entity = static_cast<uint8_t>(model::Info(field).entity);
  const bool primary = model::Info(model::Info(field).entity).primary == static_cast<int>(field);
  const auto kind = static_cast<uint8_t>(primary ? model::PostingKind::kObservedRows : model::PostingKind::kRows);
  uint64_t rows = 0;
  for (const auto& segment : view.snapshot().segments) {
    size_t looked_at = 0;
    for (const model::Symbol symbol : symbols) {
      if (++looked_at > kMaxDescendants) break;
      const auto posting = segment->Posting({kind, entity, field, symbol}, segment->rows(entity));
      if (posting.ok()) rows += (*posting)->Cardinality();
    }
  }
  return rows;
}

class NameSearch {
 public:
  NameSearch(const CatalogueView& view, std::string_view text, model::FieldId field, const model::SymbolList& values)
      : view_(view), field_(field), values_(values), text_(WithoutPossessives(text)), readings_(Readings(text_)) {}

  std::vector<FoundName> Find(size_t limit) {
    if (readings_[0].words.empty()) return MostFrequent(limit);
    // (Once the query is stopped, the result is not used, so it may be incomplete.)
    for (const model::Symbol symbol : values_) {
      if (!ShouldContinueSampled()) return {};
      AddRecorded(symbol);
    }
    AddTermsAbove();
    std::sort(found_.begin(), found_.end(), [](const FoundName& a, const FoundName& b) {
      return std::tie(a.rank, a.label, a.code) < std::tie(b.rank, b.label, b.code);
    });
    // Rows are counted only for codes that may be shown.
    constexpr size_t kCounted = 300;
    if (found_.size() > kCounted) found_.resize(kCounted);
    if (view_.listed() == nullptr) {
      for (FoundName& name : found_) name.rows = RowsWith(view_, field_, *Reached(name.code));
    }
    std::stable_sort(found_.begin(), found_.end(), [](const FoundName& a, const FoundName& b) {
      return std::make_pair(a.rank / 4, ~a.rows) < std::make_pair(b.rank / 4, ~b.rows);
    });
    if (found_.size() > limit) found_.resize(limit);
    return std::move(found_);
  }

 private:
  // Of all codes, each by itself; of very many, some.
  std::vector<FoundName> MostFrequent(size_t limit) const {
    constexpr size_t kCounted = 3000;
    std::vector<std::pair<uint64_t, model::Symbol>> symbols;  // rows the other way round
    if (view_.listed() != nullptr) {
      for (const model::Symbol symbol : ByText(values_, view_.dictionary())) symbols.emplace_back(~uint64_t{0}, symbol);
    } else {
      for (const model::Symbol symbol : values_) {
        if (symbols.size() == kCounted || !ShouldContinueSampled()) break;
        symbols.emplace_back(~RowsWith(view_, field_, model::SymbolList(std::vector<model::Symbol>{symbol})), symbol);
      }
      std::sort(symbols.begin(), symbols.end());
    }
    if (symbols.size() > limit) symbols.resize(limit);
    std::vector<FoundName> found;
    for (const auto& [rows, symbol] : symbols) {
      const std::string code(view_.dictionary().Text(symbol));
      found.push_back({code, view_.terminology().Label(code), 0, ~rows});
    }
    return found;
  }

  ontology::SymbolSet Reached(const std::string& code) const {
    const ontology::Terminology& terminology = view_.terminology();
    return terminology.Follow(terminology.Find(code), ontology::Reach::kDescendants).symbols;
  }

  void AddRecorded(model::Symbol symbol) {
    const std::string code(view_.dictionary().Text(symbol));
    const ontology::Concept concept_of = view_.terminology().Find(code);
    std::vector<std::string> names = {std::string(view_.dictionary().Label(symbol))};
    for (const ontology::Node node : concept_of.nodes) {
      const ontology::Term term = view_.terminology().term(node);
      names.push_back(term.label);
      for (const ontology::Synonym& synonym : term.synonyms) names.push_back(synonym.text);
    }
    const auto rank = BestMatch(readings_, names);
    if (rank) Add(code, view_.terminology().Label(code), *rank);
  }

  void AddTermsAbove() {
    constexpr size_t kLookedAt = 60;
    std::vector<std::string> texts = {text_};
    if (readings_.size() > 1) texts.push_back(Join(readings_[1].words));
    for (const std::string& text : texts) {
      for (const ontology::OntologyPtr& ontology : view_.terminology().ontologies()) {
        if (!ShouldContinue()) return;
        for (const ontology::TermIndex index : ontology->Search(text, kLookedAt)) {
          const ontology::Term term = ontology->term(index);
          std::vector<std::string> names = {term.label};
          for (const ontology::Synonym& synonym : term.synonyms) names.push_back(synonym.text);
          const auto rank = BestMatch(readings_, names);
          if (rank && !seen_.contains(term.id) && Meet(*Reached(term.id), values_)) Add(term.id, term.label, *rank);
        }
      }
    }
  }

  static std::string Join(const Words& words) {
    std::string text;
    for (const std::string& word : words) absl::StrAppend(&text, text.empty() ? "" : " ", word);
    return text;
  }

  void Add(const std::string& code, std::string label, int rank) {
    if (seen_.insert(code).second) found_.push_back({code, std::move(label), rank, 0});
  }

  const CatalogueView& view_;
  const model::FieldId field_;
  const model::SymbolList& values_;
  const std::string text_;
  const std::vector<NameReading> readings_;
  std::set<std::string> seen_;
  std::vector<FoundName> found_;
};

}  // namespace

std::vector<std::string> WordsOfName(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kSpellings = {
      {{"haem", "hem"},
       {"oedem", "edem"},
       {"oesoph", "esoph"},
       {"paed", "ped"},
       {"tumour", "tumor"},
       {"leukaemia", "leukemia"}}};
  std::string lower = absl::AsciiStrToLower(WithoutPossessives(text));
  for (const auto& [british, american] : kSpellings) {
    if (absl::StrContains(lower, std::string(british))) {
      lower = absl::StrReplaceAll(lower, {{std::string(british), std::string(american)}});
    }
  }
  Words words;
  bool inside = false;
  for (const char c : lower) {
    const bool letter = absl::ascii_isalnum(static_cast<unsigned char>(c)) || (c & 0x80) != 0;
    if (letter && !inside) words.emplace_back();
    if (letter) words.back() += c;
    inside = letter;
  }
  return words;
}

std::vector<std::string> WordsWrittenOut(std::string_view text) { return std::move(Readings(text).back().words); }

bool IsAbbreviationInCapitals(std::string_view text) {
  const Words words = WordsOf(text);
  return words.size() == 1 && AbbreviationsInCapitals(text).contains(words[0]);
}

std::string WithoutPossessives(std::string_view text) {
  constexpr std::string_view kApostrophes[] = {"'", "\u2019"};
  std::string plain(text);
  for (const std::string_view apostrophe : kApostrophes) {
    for (size_t at = plain.find(apostrophe); at != std::string::npos; at = plain.find(apostrophe, at + 1)) {
      const size_t s = at + apostrophe.size(), end = s + 1;
      const bool behind_word = at > 0 && absl::ascii_isalpha(static_cast<unsigned char>(plain[at - 1]));
      const bool is_s = s < plain.size() && (plain[s] == 's' || plain[s] == 'S') &&
                        (end == plain.size() || !absl::ascii_isalnum(static_cast<unsigned char>(plain[end])));
      if (behind_word && is_s) plain.erase(at, end - at);
    }
  }
  return plain;
}

NameMatcher::NameMatcher(std::string_view text) : readings_(Readings(text)) {}

std::optional<int> NameMatcher::Match(std::string_view name) const { return BestMatch(readings_, {std::string(name)}); }

std::optional<int> MatchName(std::string_view text, std::string_view name) { return NameMatcher(text).Match(name); }

bool AreContrary(std::string_view a, std::string_view b) {
  static const auto* sets = new std::vector<std::vector<std::string_view>>{
      {"homozygous", "hemizygous", "heterozygous"},
      {"left", "right", "bilateral"},
      {"increased", "decreased", "elevated", "reduced", "abnormal", "normal"},
      {"high", "low"},
      {"acute", "chronic"},
      {"male", "female"},
      {"maternal", "paternal"},
      {"upper", "lower"},
      {"benign", "malignant"},
      {"proximal", "distal"},
      {"systolic", "diastolic"},
      {"before", "after"},
  };
  const Words words_a = WordsOf(a), words_b = WordsOf(b);
  const auto has = [](const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  for (const auto& set : *sets) {
    for (const std::string_view word : set) {
      if (!has(words_a, word) || has(words_b, word)) continue;
      if (std::any_of(set.begin(), set.end(), [&](std::string_view other) { return has(words_b, other); })) return true;
    }
  }
  // type 1 and type 2; hyper... and hypo...
  const auto numbers = [](const Words& words) {
    Words out;
    for (const std::string& word : words) {
      if (std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) out.push_back(word);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());  // 9 item (PHQ-9)
    return out;
  };
  if (numbers(words_a) != numbers(words_b) && !numbers(words_a).empty() && !numbers(words_b).empty()) return true;
  for (const std::string& word : words_a) {
    for (const std::string& other : words_b) {
      const bool over = absl::StartsWith(word, "hyper") && absl::StartsWith(other, "hypo");
      const bool under = absl::StartsWith(word, "hypo") && absl::StartsWith(other, "hyper");
      if (over && word.substr(5) == other.substr(4)) return true;
      if (under && word.substr(4) == other.substr(5)) return true;
    }
  }
  return false;
}

bool IsSlip(std::string_view text, std::string_view name) {
  const Words words = WordsOf(text), parts = WordsOf(name);
  if (words.empty() || AreContrary(text, name)) return false;
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    const size_t limit = word.size() <= 3 ? 0 : word.size() <= 6 ? 1 : 2;
    return std::any_of(parts.begin(), parts.end(),
                       [&](const std::string& part) { return grammar::EditDistance(word, part, limit) <= limit; });
  });
}

std::vector<model::Symbol> ByText(const model::SymbolList& symbols, const model::Dictionary& dictionary) {
  std::vector<model::Symbol> sorted(symbols.begin(), symbols.end());
  std::ranges::sort(sorted, {}, [&](model::Symbol symbol) { return dictionary.Text(symbol); });
  return sorted;
}

std::vector<FoundName> OneForEachTerm(const CatalogueView& view, std::vector<FoundName> names) {
  std::set<std::string> terms;
  std::erase_if(names, [&](const FoundName& name) {
    bool is_new = true;
    for (const ontology::Node node : view.terminology().Find(name.code).nodes) {
      is_new = terms.emplace(view.terminology().TermId(node)).second && is_new;
    }
    return !is_new;
  });
  return names;
}

std::vector<FoundName> FindNames(const CatalogueView& view, std::string_view text, model::FieldId field, size_t limit) {
  const auto values = view.FieldValues(field);
  if (!values.ok()) return {};  // what is said beside an answer
  return NameSearch(view, text, field, **values).Find(limit);
}

}  // namespace muster::bind
