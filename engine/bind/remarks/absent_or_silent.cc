#include "engine/bind/remarks/absent_or_silent.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/values/match_again.h"
#include "grammar/clone.h"
#include "grammar/rewrite.h"

namespace muster::bind {
namespace {

using grammar::Has;
using grammar::Literal;
using model::Entity;
using Segment = storage::SegmentReader;

constexpr char kAbsentAlone[] = "of those recorded as absent alone, write ";

class AbsentOrSilent {
 public:
  AbsentOrSilent(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, grammar::Span span,
                 const Has& has, Entity entity)
      : view_(view),
        reporter_(reporter),
        criteria_(criteria),
        span_(span),
        has_(has),
        entity_(entity),
        named_(NameWithTerms(has, entity)) {}

  bool Say() {
    const std::optional<TermMatch>& match = criteria_.Match(has_);
    const std::optional<TermMatch>& above = criteria_.Match(has_, ontology::Reach::kAncestors);
    if (!match || !above) return false;
    const CodesOfEntity observed = {entity_, match->symbols.get()};
    const CodesOfEntity excluded = {entity_, above->symbols.get()};
    const auto absent = Asked(KeyOfAbsent(observed, excluded),
                              [&](const Segment& segment) { return PeopleWhoLack(segment, observed, excluded); });
    // As in most catalogues, where nothing else is to be counted.
    if (!absent || !absent->somewhere) return false;
    const auto have =
        Asked(KeyOfCodes(observed), [&](const Segment& segment) { return PeopleWithCodes(segment, observed); });
    if (!have) return false;
    const uint64_t silent = absent->all - have->with - absent->with;
    constexpr uint64_t kSome = 10;  // one in N
    const bool hardly_any = absent->with * kSome < absent->with + silent;
    if (hardly_any ? !TellsOfMost() : absent->with == 0) return false;
    const auto of_each = has_.terms.size() > 1 ? CountAbsentOfEach(observed) : std::optional(absent->with);
    if (!of_each) return false;
    std::vector<std::string> hints;
    if (*of_each > 0) hints.push_back(absl::StrCat(kAbsentAlone, hardly_any ? AbsentInWords() : AbsentWritten()));
    reporter_->Note(span_, "absent-or-silent",
                    has_.terms.size() > 1 ? OfSeveral(*of_each, *absent, silent)
                    : hardly_any          ? OfMost(*absent, silent)
                                          : OfOne(*absent, silent),
                    std::move(hints));
    return true;
  }

 private:
  // Of whom the criteria ask for, those whom `find` gives of each segment.
  std::optional<AskedPeople> Asked(const PeopleKey& key, FindPeople find) {
    return CountAskedPeople(view_, reporter_, criteria_, key, find);
  }

  // Where it is hardly ever recorded as absent, and somebody would have had to look or to ask: a disease or a treatment
  // that nobody wrote down mostly was none.
  bool TellsOfMost() const {
    if (entity_ != Entity::kPhenotype && entity_ != Entity::kExposure) return false;
    return !has_.quantity || has_.quantity->kind != grammar::Quantity::Kind::kAtLeast || has_.quantity->count <= 1;
  }

  // How many have each of the terms recorded as absent, and none as observed. Nullopt after a failure.
  std::optional<uint64_t> CountAbsentOfEach(const CodesOfEntity& observed) {
    std::vector<TermMatch> above;
    PeopleKey key("absent of each");
    key.Add(observed);
    for (const Literal& term : has_.terms) {
      auto match = MatchAgain(view_, reporter_, {term}, entity_, ontology::Reach::kAncestors);
      if (!match) return std::nullopt;
      key.Add({entity_, match->symbols.get()});
      above.push_back(*std::move(match));
    }
    const auto people = Asked(key, [&](const Segment& segment) -> absl::StatusOr<storage::Bitmap> {
      storage::Bitmap all;
      for (const TermMatch& match : above) {
        auto lack = PeopleWhoLack(segment, observed, {entity_, match.symbols.get()});
        if (!lack.ok()) return lack;
        all = &match == &above.front() ? *std::move(lack) : storage::Bitmap::And(all, *lack);
        if (all.Empty()) break;
      }
      return all;
    });
    return people ? std::optional(people->with) : std::nullopt;
  }

  std::string OfOne(const AskedPeople& absent, uint64_t silent) const {
    return absl::StrCat(OutOf(absent.with, absent), HasOrHave(absent.with), named_, " recorded as absent, and ", silent,
                        HasOrHave(silent), "no record of it: this holds for both");
  }

  std::string OfMost(const AskedPeople& absent, uint64_t silent) const {
    return absl::StrCat(OutOf(silent, absent), HasOrHave(silent), "no record of ", named_, ", and ",
                        HaveOf(absent.with), "it recorded as absent: this holds for both");
  }

  std::string OfSeveral(uint64_t of_each, const AskedPeople& absent, uint64_t silent) const {
    const uint64_t of_some = absent.with - of_each;
    return absl::StrCat(OutOf(silent, absent), HasOrHave(silent), "no record of ", named_, ", ", of_some,
                        HasOrHave(of_some), "some of them recorded as absent and no record of the others, and ",
                        HaveOf(of_each), "all of them recorded as absent: this holds for all of these");
  }

  // "3 have "; "none has ".
  static std::string HaveOf(uint64_t people) {
    return people == 0 ? "none has " : absl::StrCat(people, HasOrHave(people));
  }

  Has Excluded(std::vector<Literal> terms) const {
    Has excluded = grammar::Clone(has_);
    excluded.quantity.reset();
    excluded.polarity = grammar::Polarity::kExcluded;
    excluded.terms = std::move(terms);
    return excluded;
  }

  // has excluded phenotype "Hypertension" and has excluded phenotype "Obesity"
  std::string AbsentInWords() const {
    std::string words;
    for (const Literal& term : has_.terms) {
      absl::StrAppend(&words, words.empty() ? "" : " and ", "has excluded ", NameWithTerms(Excluded({term}), entity_));
    }
    return words;
  }

  // The whole statement, where that can be written.
  std::string AbsentWritten() const {
    if (!HoldsWithoutRows(has_)) return AbsentInWords();
    grammar::And each;
    for (const Literal& term : has_.terms) each.operands.push_back(grammar::MakeExpr(span_, Excluded({term})));
    grammar::Rewriting rewriting;
    rewriting[&has_] =
        each.operands.size() == 1 ? std::move(each.operands[0]) : grammar::MakeExpr(span_, std::move(each));
    std::string other = reporter_->Rewritten(std::move(rewriting));
    return other.empty() ? AbsentInWords() : other;
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
  const grammar::Span span_;
  const Has& has_;
  const Entity entity_;
  const std::string named_;
};

}  // namespace

bool SaysAbsentOrSilent(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, grammar::Span span,
                        const Has& has) {
  const auto entity = FindEntity(has.entity.text);
  if (!entity || has.with != nullptr || has.terms.empty() || !model::Info(*entity).polar || has.dates) return false;
  // not at least 3 is at most 2.
  const int none = has.quantity && has.quantity->kind == grammar::Quantity::Kind::kAtLeast ? 1 : 0;
  if (has.quantity && has.quantity->count > none) return false;
  return AbsentOrSilent(view, reporter, criteria, span, has, *entity).Say();
}

}  // namespace muster::bind
