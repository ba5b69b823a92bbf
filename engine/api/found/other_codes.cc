#include "engine/api/found/other_codes.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/api/found/asked/asked_terms.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/term_match.h"
#include "engine/bind/remarks/asked/named_code.h"
#include "engine/bind/values/match_again.h"
#include "engine/model/record/symbol_list.h"
#include "engine/model/schema/schema.h"
#include "engine/ontology/terminology.h"
#include "grammar/rewrite.h"

namespace muster::api {
namespace {

using grammar::Literal;
using model::Entity;
using model::FieldId;

constexpr size_t kMaxTerms = 10;  // a longer list is a deliberate choice
constexpr size_t kMaxNamed = 3;

class OtherCodes {
 public:
  OtherCodes(FoundPeople* found, bind::Reporter* reporter) : found_(*found), reporter_(reporter) {}

  // `all`: that it is one of.
  void OnTerms(const AskedTerms& asked, const std::vector<AskedTerms>& all_asked) {
    const auto exactly = [](const Literal& term) { return term.exactly; };
    if (asked.terms->size() > kMaxTerms || std::any_of(asked.terms->begin(), asked.terms->end(), exactly) ||
        LeavesOutTerms(asked)) {
      return;
    }
    std::optional<Called> called = FindCalled(asked);
    if (!called || called->codes.empty()) return;
    // What is asked for the other way round is not proposed: a melanoma where all cancers but melanomas are meant.
    for (const AskedTerms& other : all_asked) {
      if (other.entity != asked.entity || other.none == asked.none) continue;
      const std::optional<Called> of_other = FindCalled(other);
      if (!of_other) return;
      std::erase_if(called->codes, [&](const std::string& code) {
        return std::find(of_other->codes.begin(), of_other->codes.end(), code) != of_other->codes.end();
      });
    }
    if (called->codes.empty()) return;
    const std::optional<int64_t> all = found_.Count();
    const auto primary = static_cast<FieldId>(model::Info(asked.entity).primary);
    const auto people =
        found_.view().counts().PeopleObserved(asked.entity, *called->symbols, primary, model::kAnyValue);
    if (!people.ok()) reporter_->Fail(people.status());
    if (!all || !people.ok() || *people == 0) return;
    if (found_.AreIndividuals() && !AreEnough(static_cast<int64_t>(*people), *all)) return;
    grammar::Rewriting instead = asked.WithCodes(called->codes);
    const std::optional<int64_t> others = found_.CountWith(instead);
    if (!others) return;
    const int64_t more = *others - *all, some = more > 0 ? more : -more;
    if (!AreEnough(some, *all)) return;
    Say(asked, *called, *all, more, std::move(instead));
    named_.insert(named_.end(), called->codes.begin(), called->codes.end());
  }
  std::vector<std::string> TakeNamed() { return std::move(named_); }

 private:
  // Whether some of the terms below are excepted: by names alone it is not known which codes are as well.
  static bool LeavesOutTerms(const AskedTerms& asked) {
    return std::any_of(asked.has.begin(), asked.has.end(), [&](const grammar::Has* has) {
      if (has->with == nullptr) return false;
      const std::vector<bind::Leaf> leaves = bind::LeavesOf({has->with.get()});
      return std::any_of(leaves.begin(), leaves.end(), [&](const bind::Leaf& leaf) {
        const auto* compare = std::get_if<grammar::Compare>(&leaf.criterion->node);
        if (compare == nullptr) return false;
        const bool denies =
            leaf.negated || compare->op == grammar::Compare::Op::kIsNot || compare->op == grammar::Compare::Op::kNotIn;
        const auto field = bind::FindField(asked.entity, compare->field.text);
        return denies && field && model::Info(asked.entity).primary == static_cast<int>(*field);
      });
    });
  }

  struct Called {
    std::vector<std::string> codes;  // most people first
    ontology::SymbolSet symbols;
    bool below = false;
    grammar::Span span;  // of the first term of which there are some
  };

  std::optional<Called> FindCalled(const AskedTerms& asked) {
    const auto primary = static_cast<FieldId>(model::Info(asked.entity).primary);
    std::vector<model::Symbol> symbols;
    Called called;
    for (const Literal& term : *asked.terms) {
      const absl::StatusOr<bind::NamedCode> named = bind::FindNamedCode(found_.view(), reporter_, term, primary);
      if (!named.ok()) reporter_->Fail(named.status());
      if (!named.ok()) return std::nullopt;
      if (named->called == nullptr) continue;
      if (symbols.empty()) called.span = term.span;
      symbols.insert(symbols.end(), named->called->begin(), named->called->end());
      called.below = called.below || named->below;
    }
    if (symbols.empty()) return std::optional(std::move(called));
    const auto own = bind::MatchAgain(found_.view(), reporter_, *asked.terms, asked.entity);
    if (!own) return std::nullopt;
    std::erase_if(symbols, [&](model::Symbol symbol) { return own->symbols->Contains(symbol); });
    std::sort(symbols.begin(), symbols.end());
    symbols.erase(std::unique(symbols.begin(), symbols.end()), symbols.end());
    called.symbols = std::make_shared<const model::SymbolList>(std::move(symbols));
    std::vector<std::pair<uint64_t, std::string>> by_people;
    for (const model::Symbol symbol : *called.symbols) {
      const auto people =
          found_.view().counts().PeopleObserved(asked.entity, model::SymbolList({symbol}), primary, model::kAnyValue);
      if (!people.ok()) reporter_->Fail(people.status());
      if (!people.ok()) return std::nullopt;
      if (*people > 0) by_people.emplace_back(*people, found_.view().dictionary().Text(symbol));
    }
    std::sort(by_people.begin(), by_people.end(), [](const auto& one, const auto& other) {
      return one.first != other.first ? one.first > other.first : one.second < other.second;
    });
    for (auto& [people, code] : by_people) called.codes.push_back(std::move(code));
    return std::optional(std::move(called));
  }

  void Say(const AskedTerms& asked, const Called& called, int64_t all, int64_t more, grammar::Rewriting instead) {
    std::string named;
    for (size_t i = 0; i < std::min(called.codes.size(), kMaxNamed); ++i) {
      const std::string label = found_.view().terminology().Label(called.codes[i]);
      absl::StrAppend(&named, i == 0 ? "" : ", ", called.codes[i], label.empty() ? "" : " ", label);
    }
    if (called.codes.size() > kMaxNamed) absl::StrAppend(&named, " and ", called.codes.size() - kMaxNamed, " more");
    const int64_t some = more > 0 ? more : -more;
    const bool is_row = found_.counted() == asked.entity;
    const std::string have = is_row ? (some == 1 ? " is" : " are")
                                    : absl::StrCat(found_.AreIndividuals() ? (some == 1 ? " has " : " have ")
                                                   : some == 1             ? " is of an individual with "
                                                                           : " are of individuals with ",
                                                   std::string(model::Info(asked.entity).plural));
    const std::string so =
        absl::StrCat(have, " called the same", called.below ? ", or as what lies below," : "", " under other codes, ");
    std::string message = more > 0 ? absl::StrCat(found_.Besides(all), some, so, "which this does not ask for: ", named)
                                   : absl::StrCat(some, " of ", found_.InWords(all), so, "and ",
                                                  some == 1 ? "is" : "are", " not left out by this: ", named);
    std::vector<std::string> hints;
    const std::string other = reporter_->Rewritten(std::move(instead));
    if (!other.empty()) {
      hints.push_back(absl::StrCat(more > 0 ? "to find them as well, write " : "to leave them out, write ", other));
    } else {
      hints.emplace_back("name them as well, with or between the codes");
    }
    reporter_->Note(called.span, "same-name", std::move(message), std::move(hints));
  }

  FoundPeople& found_;
  bind::Reporter* reporter_;
  std::vector<std::string> named_;
};

}  // namespace

std::vector<std::string> NoteOtherCodes(const bind::SideBySide& criteria, FoundPeople* found,
                                        bind::Reporter* reporter) {
  OtherCodes codes(found, reporter);
  const std::vector<AskedTerms> all = AskedTermsIn(criteria, found->counted());
  for (const AskedTerms& asked : all) codes.OnTerms(asked, all);
  return codes.TakeNamed();
}

}  // namespace muster::api
