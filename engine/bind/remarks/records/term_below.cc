#include "engine/bind/remarks/records/term_below.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string_view>
#include <utility>

#include "absl/hash/hash.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "engine/bind/catalogue/people_counts.h"
#include "engine/bind/values/match_again.h"
#include "engine/bind/values/term_binder.h"
#include "engine/model/record/symbol_list.h"
#include "engine/model/schema/schema.h"
#include "engine/ontology/terminology.h"

namespace muster::bind {
namespace {

using grammar::Literal;
using model::Entity;
using model::SymbolList;
using ontology::Concept;
using Segment = storage::SegmentReader;
using NameWords = std::set<std::string>;

constexpr uint64_t kMany = 3;  // one in this many of those who have any of it
constexpr uint64_t kFew = 5;   // of fewer it may well be so

NameWords WordsOf(const std::string& label) {
  const std::vector<std::string> words =
      absl::StrSplit(absl::AsciiStrToLower(label), absl::ByAnyChar(" ,;()/-"), absl::SkipEmpty());
  return {words.begin(), words.end()};
}

bool ShareAWord(const NameWords& a, const NameWords& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); });
}

Literal CodeOf(std::string code) {
  Literal literal;
  literal.kind = Literal::Kind::kCode;
  literal.text = std::move(code);
  return literal;
}

class BelowTerms {
 public:
  BelowTerms(const CatalogueView& view, Reporter* reporter, const std::vector<Literal>& terms, const TermMatch& all)
      : view_(view), reporter_(reporter), terms_(terms), all_(*all.symbols) {}

  // Nullopt after a failure.
  std::optional<TermsBelow> Find() {
    if (!Read()) return std::nullopt;
    const auto found = People(all_);
    if (!found) return std::nullopt;
    if (*found < kFew) return TermsBelow{};
    for (const Literal& term : terms_) {
      auto one = FindOne(term);
      if (!one || !one->codes.empty()) return one;
    }
    return FindSyndromes(*found);
  }

 private:
  // What was asked for, and its names. False after a failure.
  bool Read() {
    asked_.clear();
    for (const Literal& term : terms_) {
      const auto code = TermBinder(view_, reporter_).CodeOf(term, model::field::kDiseaseTerm);
      if (!code) return false;
      asked_.push_back(view_.terminology().Find(*code));
      words_.merge(WordsOf(view_.terminology().Label(*code)));
    }
    return true;
  }
  // How many have some of `symbols` and nothing else of `all`.
  std::optional<uint64_t> Only(const SymbolList& symbols, const SymbolList& all) const {
    std::vector<model::Symbol> rest;
    for (const model::Symbol one : all) {
      if (!symbols.Contains(one)) rest.push_back(one);
    }
    const SymbolList others(std::move(rest));
    const CodesOfEntity of = {Entity::kDisease, &symbols}, but = {Entity::kDisease, &others};
    return Count(PeopleKey("but").Add(of).Add(but), [&](const Segment& segment) -> absl::StatusOr<storage::Bitmap> {
      auto with = PeopleWithCodes(segment, of);
      if (!with.ok() || with->Empty()) return with;
      const auto with_others = PeopleWithCodes(segment, but);
      if (!with_others.ok()) return with_others;
      return storage::Bitmap::AndNot(*with, *with_others);
    });
  }
  std::string CodeText(model::Symbol symbol) const { return std::string(view_.dictionary().Text(symbol)); }
  NameWords NameOf(model::Symbol symbol) const { return WordsOf(view_.terminology().Label(CodeText(symbol))); }

  std::optional<uint64_t> Count(PeopleKey key, FindPeople find) const {
    const auto people = view_.people().Count({}, std::move(key), find);
    if (people.ok()) return people->with;
    reporter_->Fail(people.status());
    return std::nullopt;
  }
  std::optional<uint64_t> People(const SymbolList& symbols) const {
    const CodesOfEntity of = {Entity::kDisease, &symbols};
    return Count(KeyOfCodes(of), [&](const Segment& segment) { return PeopleWithCodes(segment, of); });
  }
  std::optional<TermMatch> Reached(model::Symbol symbol) const {
    return MatchAgain(view_, reporter_, {CodeOf(CodeText(symbol))}, Entity::kDisease);
  }

  // That more than one in three of those who have any of the term have alone, where as many have the term itself.
  std::optional<TermsBelow> FindOne(const Literal& term) const {
    std::vector<Literal> exactly = {term};
    exactly[0].exactly = true;
    const auto itself = MatchAgain(view_, reporter_, exactly, Entity::kDisease);
    const auto own = MatchAgain(view_, reporter_, {term}, Entity::kDisease);
    if (!itself || !own) return std::nullopt;
    const auto plainly = People(*itself->symbols), all = People(*own->symbols);
    if (!plainly || !all) return std::nullopt;
    const uint64_t found = *all;
    if (itself->symbols->empty() || *plainly * kMany < found) return TermsBelow{};
    for (const model::Symbol symbol : *own->symbols) {
      constexpr uint64_t kCodesOfOne = 3;  // codes that mean the same are several
      const auto people = People(SymbolList({symbol}));
      if (!people) return std::nullopt;
      if (*people * kMany * kCodesOfOne <= found || itself->symbols->Contains(symbol)) continue;
      const NameWords name = NameOf(symbol);
      if (name.empty() || ShareAWord(name, words_)) continue;
      const auto below = Reached(symbol);
      const auto only = below ? Only(*below->symbols, *own->symbols) : std::nullopt;
      if (!only) return std::nullopt;
      if (*only >= kFew && *only * kMany > found) return TermsBelow{{CodeText(symbol)}, *only};
    }
    return TermsBelow{};
  }

  std::optional<TermsBelow> FindSyndromes(uint64_t found) const {
    for (const char* word : {"syndrome", "syndromic", "hereditary", "genetic", "inherited", "congenital"}) {
      if (words_.contains(word)) return TermsBelow{};  // of which syndromes are kinds
    }
    std::vector<std::pair<uint64_t, model::Symbol>> frequent;
    for (const model::Symbol symbol : all_) {
      const NameWords name = NameOf(symbol);
      if (!name.contains("syndrome") || ShareAWord(name, words_) || !IsBelowAnother(symbol)) continue;
      const auto people = People(SymbolList({symbol}));
      if (!people) return std::nullopt;
      if (*people >= kFew) frequent.emplace_back(*people, symbol);
    }
    constexpr size_t kMostNamed = 5;
    std::sort(frequent.begin(), frequent.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<model::Symbol> symbols;
    TermsBelow below;
    for (const auto& [people, symbol] : frequent) {
      // Another code of one that is there.
      if (below.codes.size() == kMostNamed || std::find(symbols.begin(), symbols.end(), symbol) != symbols.end())
        continue;
      const auto reached = Reached(symbol);
      if (!reached) return std::nullopt;
      symbols.insert(symbols.end(), reached->symbols->begin(), reached->symbols->end());
      below.codes.push_back(CodeText(symbol));
    }
    const auto only = below.codes.empty() ? std::optional<uint64_t>(0) : Only(SymbolList(std::move(symbols)), all_);
    if (!only) return std::nullopt;
    below.people = *only;
    // Where it is more of them, the group is one of syndromes.
    return *only < kFew || *only * kMany > found ? TermsBelow{} : std::move(below);
  }

  // Whether the ontology has it below something else than what was asked for and what is above that.
  bool IsBelowAnother(model::Symbol symbol) const {
    const ontology::Terminology& terminology = view_.terminology();
    const auto is_another = [&](const Concept& parent) {
      return std::none_of(asked_.begin(), asked_.end(), [&](const Concept& asked) {
        return terminology.IsAtOrBelow(parent, asked) || terminology.IsAtOrBelow(asked, parent);
      });
    };
    const std::vector<ontology::Node> nodes = terminology.Find(CodeText(symbol)).nodes;
    return std::any_of(nodes.begin(), nodes.end(), [&](const ontology::Node& node) {
      const ontology::Ontology& of = *terminology.ontologies()[node.ontology];
      const auto parents = of.Parents(node.term);
      return std::any_of(parents.begin(), parents.end(),
                         [&](ontology::TermIndex parent) { return is_another(terminology.Find(of.TermId(parent))); });
    });
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const std::vector<Literal>& terms_;
  const SymbolList& all_;
  std::vector<Concept> asked_;
  NameWords words_;  // of their names
};

}  // namespace

std::optional<TermsBelow> FindTermsBelow(const CatalogueView& view, Reporter* reporter,
                                         const std::vector<Literal>& terms) {
  constexpr size_t kMostTerms = 10;   // a longer list is a deliberate choice
  constexpr size_t kMostCodes = 300;  // of more, hardly any is that frequent
  const auto exactly = [](const Literal& term) { return term.exactly; };
  if (view.listed() != nullptr || terms.empty() || terms.size() > kMostTerms ||
      std::any_of(terms.begin(), terms.end(), exactly)) {
    return TermsBelow{};
  }
  const auto all = MatchAgain(view, reporter, terms, Entity::kDisease);
  if (!all) return std::nullopt;
  if (all->symbols->size() < 2 || all->symbols->size() > kMostCodes) return TermsBelow{};
  size_t named = 0;
  for (const Literal& term : terms) named = absl::HashOf(named, term.kind, term.text);
  BelowTerms below(view, reporter, terms, *all);
  // Mostly there are none, which is remembered.
  std::optional<TermsBelow> found;
  const auto some = view.counts().Below(*all->symbols, static_cast<uint32_t>(named), [&]() -> absl::StatusOr<uint64_t> {
    found = below.Find();
    if (!found) return absl::NotFoundError("not counted");
    return found->codes.size();
  });
  if (!some.ok()) return std::nullopt;
  if (*some == 0) return TermsBelow{};
  return found ? found : below.Find();
}

}  // namespace muster::bind
