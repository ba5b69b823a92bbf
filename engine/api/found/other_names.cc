#include "engine/api/found/other_names.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/api/found/asked/asked_terms.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/asked/occurrences.h"
#include "engine/bind/remarks/records/namesakes.h"
#include "engine/bind/remarks/records/term_below.h"
#include "engine/bind/values/match_again.h"
#include "engine/model/schema/schema.h"
#include "grammar/clone.h"
#include "grammar/rewrite.h"

namespace muster::api {
namespace {

using grammar::Compare;
using grammar::Has;
using grammar::Literal;
using model::Entity;

constexpr int64_t kFewest = 5;  // of fewer it is not told

std::vector<Literal> CodesOf(const std::vector<std::string>& codes) {
  std::vector<Literal> literals;
  for (const std::string& code : codes) {
    literals.emplace_back();
    literals.back().kind = Literal::Kind::kCode;
    literals.back().text = code;
  }
  return literals;
}

class OtherNames {
 public:
  OtherNames(const bind::SideBySide& criteria, FoundPeople* found, bind::Reporter* reporter)
      : found_(*found), reporter_(reporter), asked_(AskedTermsIn(criteria, found->counted())) {}

  void NoteBelow() {
    for (const AskedTerms& asked : asked_) {
      if (asked.entity == Entity::kDisease) Below(asked);
    }
  }
  void NoteNamesakes() {
    for (const AskedTerms& asked : asked_) {
      const bool by_binder = asked.plain && asked.has.size() == 1 && found_.AreIndividuals();
      const bool of_records = asked.entity == Entity::kDisease || asked.entity == Entity::kPhenotype;
      if (of_records && !by_binder && asked.rows.empty()) Namesakes(asked);
    }
  }

 private:
  void Below(const AskedTerms& asked) {
    const auto below = bind::FindTermsBelow(found_.view(), reporter_, *asked.terms);
    if (!below || below->codes.empty() || IsKnown(asked, below->codes)) return;
    Compare but;
    but.field.text = std::string(model::Info(model::field::kDiseaseTerm).name);
    but.op = Compare::Op::kNotIn;
    but.values = CodesOf(below->codes);
    const auto differ = Differ(asked.With(but), static_cast<int64_t>(below->people));
    if (!differ) return;
    std::string which;
    for (size_t i = 0; i < below->codes.size(); ++i) {
      const std::string label = found_.view().terminology().Label(below->codes[i]);
      absl::StrAppend(&which, i == 0 ? "" : i + 1 < below->codes.size() ? ", " : " or ", below->codes[i], " ", label);
    }
    const bool one = below->codes.size() == 1;
    absl::StrAppend(&which, one ? ", which lies below this" : ", which lie below this");
    const int64_t more = differ->others - differ->all;
    std::string message = more > 0 ? absl::StrCat(found_.Besides(differ->all), more, more == 1 ? " is" : " are",
                                                  " left out only for ", which)
                                   : absl::StrCat(-more, " of ", found_.InWords(differ->all),
                                                  more == -1 ? " is" : " are", " found only by ", which);
    Say(asked.span, "term-below", std::move(message), more > 0 ? "to find them, write " : "to leave these out, write ",
        asked.With(but));
  }

  void Namesakes(const AskedTerms& asked) {
    const std::optional<bind::Namesake> other =
        bind::FindNamesake(found_.view(), reporter_, *asked.terms, asked.entity);
    if (!other || IsAskedFor(*other)) return;
    std::optional<grammar::Rewriting> instead = WithOther(asked, *other);
    if (!instead) return;
    const auto differ = Differ(*instead, static_cast<int64_t>(other->people));
    if (!differ) return;
    const int64_t more = differ->others - differ->all, some = more > 0 ? more : -more;
    const std::string have =
        absl::StrCat(found_.AreIndividuals() ? (some == 1 ? " has " : " have ")
                     : some == 1             ? " is of an individual who has "
                                             : " are of individuals who have ",
                     std::string(model::Info(other->other).name), " ", bind::InWords(found_.view(), *other));
    std::string message = more > 0 ? absl::StrCat(found_.Besides(differ->all), some, have, " and no such ",
                                                  std::string(model::Info(asked.entity).name),
                                                  ": this does not ask for ", some == 1 ? "it" : "them")
                                   : absl::StrCat(some, " of ", found_.InWords(differ->all), have, " and ",
                                                  some == 1 ? "is" : "are", " not left out by this");
    Say(asked.span, "same-name", std::move(message), more > 0 ? "to ask for both, write " : "to leave them out, write ",
        *std::move(instead));
  }

  // Each criterion, and the same of the other name.
  static std::optional<grammar::Rewriting> WithOther(const AskedTerms& asked, const bind::Namesake& other) {
    grammar::Rewriting instead;
    for (const Has* has : asked.has) {
      const bool none = bind::HoldsWithoutRows(*has);
      // What else is asked of the row may be nothing that the other has.
      const bool by_field = asked.by_field && std::holds_alternative<Compare>(has->with->node);
      const bool some = none ? has->quantity->count == 0 && !has->dates : bind::AsksForAnyRow(*has);
      if (!some || has->order != grammar::Order::kAny || has->alias || (has->with != nullptr && !by_field)) {
        return std::nullopt;
      }
      Has theirs = grammar::Clone(*has);
      theirs.entity.text = std::string(model::Info(other.other).name);
      theirs.terms = CodesOf(other.codes);
      theirs.with = nullptr;
      std::vector<grammar::ExprPtr> both;
      both.push_back(grammar::MakeExpr({}, grammar::Clone(*has)));
      both.push_back(grammar::MakeExpr({}, std::move(theirs)));
      instead[has] = none ? grammar::MakeExpr({}, grammar::And{std::move(both)}) : Either(std::move(both));
    }
    return instead;
  }
  static grammar::ExprPtr Either(std::vector<grammar::ExprPtr> operands) {
    grammar::Or either;
    either.operands = std::move(operands);
    return grammar::MakeExpr({}, std::move(either));
  }

  struct Numbers {
    int64_t all, others;
  };
  // How many are found, and how many otherwise, where enough are to be told of. `people`: whom it may be about at most.
  std::optional<Numbers> Differ(const grammar::Rewriting& instead, int64_t people) {
    const std::optional<int64_t> all = found_.Count();
    if (!all || people < kFewest || (found_.AreIndividuals() && !AreEnough(people, *all))) return std::nullopt;
    const std::optional<int64_t> others = found_.CountWith(instead);
    if (!others) return std::nullopt;
    const int64_t some = *others > *all ? *others - *all : *all - *others;
    return some >= kFewest && AreEnough(some, *all) ? std::optional(Numbers{*all, *others}) : std::nullopt;
  }

  // Whether other criteria ask for one of these by a narrower term, so that it is known of.
  bool IsKnown(const AskedTerms& asked, const std::vector<std::string>& codes) {
    const auto own = bind::MatchAgain(found_.view(), reporter_, *asked.terms, asked.entity);
    if (!own) return true;
    return std::any_of(asked_.begin(), asked_.end(), [&](const AskedTerms& other) {
      if (other.entity != asked.entity || &other == &asked) return false;
      const auto match = bind::MatchAgain(found_.view(), reporter_, *other.terms, other.entity);
      return !match || (match->symbols->size() < own->symbols->size() &&
                        std::any_of(codes.begin(), codes.end(), [&](const std::string& code) {
                          const auto symbol = found_.view().dictionary().Find(code);
                          return symbol && match->symbols->Contains(*symbol);
                        }));
    });
  }

  bool IsAskedFor(const bind::Namesake& namesake) {
    return std::any_of(asked_.begin(), asked_.end(), [&](const AskedTerms& asked) {
      if (asked.entity != namesake.other) return false;
      const auto match = bind::MatchAgain(found_.view(), reporter_, *asked.terms, asked.entity);
      const auto theirs = bind::MatchAgain(found_.view(), reporter_, CodesOf(namesake.codes), namesake.other);
      return !match || !theirs || std::any_of(theirs->symbols->begin(), theirs->symbols->end(), [&](auto symbol) {
        return match->symbols->Contains(symbol);
      });
    });
  }

  void Say(grammar::Span span, const char* code, std::string message, const char* hint, grammar::Rewriting rewriting) {
    std::vector<std::string> hints;
    const std::string other = reporter_->Rewritten(std::move(rewriting));
    if (!other.empty()) hints.push_back(absl::StrCat(hint, other));
    reporter_->Note(span, code, std::move(message), std::move(hints));
  }

  FoundPeople& found_;
  bind::Reporter* reporter_;
  const std::vector<AskedTerms> asked_;
};

}  // namespace

void NoteOtherNames(const bind::SideBySide& criteria, const std::vector<Diagnostic>& said, FoundPeople* found,
                    bind::Reporter* reporter) {
  OtherNames names(criteria, found, reporter);
  names.NoteBelow();
  const bool is_said =
      std::any_of(said.begin(), said.end(), [](const Diagnostic& one) { return one.code == "same-name"; });
  if (!is_said) names.NoteNamesakes();
}

}  // namespace muster::api
