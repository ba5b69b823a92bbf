#include "engine/bind/variant_binder.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/counted_binder.h"
#include "engine/bind/open_criterion.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "grammar/habits/phrases/habits_of_phrases.h"
#include "grammar/parse.h"
#include "grammar/text/edit_distance.h"

namespace muster::bind {
namespace {

constexpr size_t kMaxOfImpact = 40;

// count patients with melanoma: criteria begin with where.
std::string Instead(const grammar::Count& count) {
  const std::string& word = count.with->text;
  const bool slip = grammar::EditDistance(word, "certainty", 2) <= 2 || grammar::EditDistance(word, "recorded", 2) <= 2;
  if (slip || count.where != nullptr) {
    return "write with certainty or with not recorded, or begin the criteria with where";
  }
  const std::string phrase = grammar::WriteForPhrase({word}, false);
  return absl::StrCat("write where ", phrase.substr(sizeof("write ") - 1),
                      "; behind with stand certainty and not recorded only");
}

}  // namespace

void VariantBinder::BindBounds(const grammar::Count& count) {
  query_->kind = Query::Kind::kCertainty;
  const bool not_recorded = count.with->text == "not recorded";
  if (!not_recorded && count.with->text != "certainty") {
    reporter_->Error(count.with->span, "syntax", absl::StrCat("'", count.with->text, "' cannot stand here"),
                     {Instead(count)});
    return;
  }
  if (query_->counted.size() > 1 || !count.by.empty() || !count.having.empty() ||
      query_->counted[0].distinct != Counted::Distinct::kNo) {
    reporter_->Error(count.with->span, "only-alone",
                     absl::StrCat("`with ", count.with->text, "` answers with ", not_recorded ? "two" : "three",
                                  " numbers for one entity, without by and having"));
    return;
  }
  if (not_recorded) return BindNotRecorded(count.where.get(), count.with->span);
  query_->where = where_->Bind(count.where.get(), CertaintyMode::kCertain);
  if (query_->where == nullptr) return;  // mistakes are reported once
  query_->variants.push_back({{"certainly"}, Clone(*query_->where)});
  query_->variants.push_back({{"possibly"}, where_->BindAgain(count.where.get(), CertaintyMode::kPossibleIfRecorded)});
  query_->variants.push_back({{"unknown"}, where_->BindAgain(count.where.get(), CertaintyMode::kPossible)});
}

// People who satisfy the criteria; and besides, people whose records contradict none of them, although they do not
// decide each.
void VariantBinder::BindNotRecorded(const grammar::Expr* where, grammar::Span span) {
  query_->where = where_->Bind(where);
  if (query_->where == nullptr) return;
  std::vector<const grammar::Expr*> criteria, closed;
  if (where != nullptr) criteria = CriteriaIn(*where);
  ConditionPtr may;
  for (const grammar::Expr* criterion : criteria) {
    const grammar::ExprPtr open = OpenCriterion(*criterion);
    ConditionPtr one = open == nullptr ? nullptr : where_->BindAgain(open.get(), CertaintyMode::kPossible);
    // For a criterion that compares named records it is unknown, and it must not be left out of the number silently.
    if (ComparesNamedRecords(*criterion) || (open != nullptr && one == nullptr)) {
      reporter_->Error(span, "named-not-recorded",
                       absl::StrCat("of criteria about named records, `with not recorded` cannot tell for whom too "
                                    "little is recorded: ",
                                    grammar::Print(*criterion)),
                       {"write count ... with certainty: `unknown` has who might meet the criteria"});
      return;
    }
    if (one == nullptr) {
      closed.push_back(criterion);
    } else {
      may = may == nullptr ? std::move(one) : Both(std::move(may), std::move(one));
    }
  }
  ConditionPtr must = closed.empty() ? where_->Bind(nullptr) : where_->BindSome(closed, CriteriaAbout(query_->counted));
  if (must == nullptr) return;
  query_->variants.push_back({{query_->counted[0].name}, Clone(*query_->where)});
  query_->variants.push_back(
      {{"not recorded"}, may == nullptr ? std::move(must) : Both(std::move(must), std::move(may))});
}

void VariantBinder::BindFunnel(const grammar::Expr& where) {
  query_->where = where_->Bind(&where);
  if (query_->where == nullptr) return;
  const std::vector<const grammar::Expr*> criteria = CriteriaIn(where);
  query_->variants.push_back({{"all " + query_->counted[0].name}, where_->Bind(nullptr)});
  for (size_t n = 1; n <= criteria.size(); ++n) {
    AddVariant(grammar::Print(*criteria[n - 1]), {criteria.begin(), criteria.begin() + static_cast<ptrdiff_t>(n)});
    const grammar::ExprPtr open = OpenCriterion(*criteria[n - 1]);
    ConditionPtr last = open == nullptr
                            ? nullptr
                            : where_->BindAgain(open.get(), CertaintyMode::kPossible, CriteriaAbout(query_->counted));
    const Variant& before = query_->variants[query_->variants.size() - 2];
    if (last != nullptr && before.where != nullptr) {
      query_->variants.back().open = Both(Clone(*before.where), std::move(last));
    }
  }
}

void VariantBinder::BindImpact(const grammar::Expr& where) {
  query_->where = where_->Bind(&where);
  if (query_->where == nullptr) return;
  const std::vector<const grammar::Expr*> criteria = CriteriaIn(where);
  if (criteria.size() > kMaxOfImpact) {
    reporter_->Error(
        where.span, "too-many-criteria",
        absl::StrCat("impact looks at pairs of at most ", kMaxOfImpact, " criteria, not ", criteria.size()));
    return;
  }
  AddVariant("nothing", criteria);
  const auto without = [&](std::initializer_list<size_t> left_out) {
    std::vector<const grammar::Expr*> kept, gone;
    for (size_t i = 0; i < criteria.size(); ++i) {
      const bool keep = std::find(left_out.begin(), left_out.end(), i) == left_out.end();
      (keep ? kept : gone).push_back(criteria[i]);
    }
    AddVariant("", kept, &gone);
    // Criteria that refer to a row which is no longer named are left out as well.
    std::string& label = query_->variants.back().labels[0];
    for (const grammar::Expr* criterion : criteria) {
      if (std::find(gone.begin(), gone.end(), criterion) == gone.end()) continue;
      absl::StrAppend(&label, label.empty() ? "" : "; ", grammar::Print(*criterion));
    }
  };
  for (size_t i = 0; i < criteria.size(); ++i) without({i});
  for (size_t i = 0; i < criteria.size() && criteria.size() > 2; ++i) {
    for (size_t k = i + 1; k < criteria.size(); ++k) without({i, k});
  }
}

// Adds to `gone`, where it is given, the criteria that could not stay without those that are missing.
void VariantBinder::AddVariant(std::string label, const std::vector<const grammar::Expr*>& criteria,
                               std::vector<const grammar::Expr*>* gone) {
  query_->variants.push_back({{std::move(label)},
                              where_->BindSome(criteria, CriteriaAbout(query_->counted), gone),
                              CountsPersons(query_->counted) ? where_->BindSome(criteria, About::kPersons) : nullptr});
}

}  // namespace muster::bind
