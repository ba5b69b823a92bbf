#include "engine/bind/binder.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/polarity.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/bound/unknown_entity.h"
#include "engine/bind/criteria/expression_binder.h"
#include "engine/bind/dimensions/dimension_binder.h"
#include "engine/bind/dimensions/field_finder.h"
#include "engine/bind/dimensions/measured_binder.h"
#include "engine/bind/open_criterion.h"
#include "engine/bind/remarks/absence_remarks.h"
#include "engine/bind/remarks/allele_remarks.h"
#include "engine/bind/remarks/code_remarks.h"
#include "engine/bind/remarks/consent_remarks.h"
#include "engine/bind/remarks/denied_values.h"
#include "engine/bind/remarks/missing_remarks.h"
#include "engine/bind/remarks/rare_remarks.h"
#include "engine/bind/remarks/reading_remarks.h"
#include "engine/bind/remarks/record_remarks.h"
#include "grammar/exactly.h"
#include "grammar/habits/habits_of_phrases.h"
#include "grammar/parse.h"
#include "grammar/text/edit_distance.h"

namespace muster::bind {
namespace {

using model::Entity;

// The criteria that stand side by side: what a funnel goes through one by one.
void Criteria(const grammar::Expr& expr, std::vector<const grammar::Expr*>* criteria) {
  if (const auto* node = std::get_if<grammar::And>(&expr.node);
      node != nullptr && grammar::ExactlyOf(*node) == nullptr) {
    for (const grammar::ExprPtr& operand : node->operands) Criteria(*operand, criteria);
  } else {
    criteria->push_back(&expr);
  }
}

class Binder {
 public:
  Binder(const CatalogueView& view, const SavedTexts* earlier, Reporter* reporter)
      : view_(view),
        earlier_(earlier),
        reporter_(reporter),
        criteria_(view, reporter, earlier),
        fields_(view, reporter),
        dimensions_(view, reporter, &criteria_.values(), &criteria_.terms(), &fields_),
        measured_(reporter, &criteria_.values(), &criteria_.terms(), &fields_) {}

  Query BindStatement(const grammar::Statement& statement) {
    query_.explain = statement.explain;
    query_.text = grammar::Print(statement);
    reporter_->set_statement(&statement);
    std::visit([&](const auto& written) { BindQuery(written); }, statement.query);
    if (reporter_->errors() == 0) RemarkOnReading(statement, reporter_);
    if (reporter_->has_left_notes() && reporter_->errors() == 0) reporter_->Add(NotesIncomplete(statement.span));
    return std::move(query_);
  }

 private:
  void BindQuery(const grammar::Count& count) {
    query_.kind = Query::Kind::kCount;
    BindCounted(count.entities);
    if (count.with) return BindBounds(count);
    query_.where = BindWhere(count.where.get());
    if (query_.where != nullptr && count.where != nullptr && AlsoOfPersons()) {
      query_.persons = BindAgain(count.where.get(), CertaintyMode::kAsWritten, About::kPersons);
    }
    BindBy(count.by);
    RemarkOn(count.where.get());
    RemarkOnOtherRows(count);
    for (const grammar::HavingCondition& bound : count.having) BindHaving(bound);
    if (!count.having.empty() && count.by.empty()) {
      reporter_->Error(count.having[0].counted.span, "nothing-to-choose", "`having` chooses among the rows of `by`");
    }
  }

  void BindQuery(const grammar::List& list) {
    query_.kind = Query::Kind::kList;
    BindCounted({&list.entity, 1});
    query_.where = BindWhere(list.where.get());
    RemarkOn(list.where.get());
    query_.limit = list.limit;
    if (query_.counted[0].distinct != Counted::Distinct::kNo) {
      reporter_->Error(list.entity.entity.span, "only-counted",
                       absl::StrCat(query_.counted[0].name, " are counted, not listed"));
    }
  }

  void BindQuery(const grammar::Steps& steps) {
    query_.kind = Query::Kind::kSteps;
    query_.impact = steps.impact;
    BindCounted(steps.entities);
    std::vector<const grammar::Expr*> criteria;
    Criteria(*steps.where, &criteria);
    RemarkOn(steps.where.get(), /*recorded=*/steps.impact);
    steps.impact ? AddImpact(*steps.where, criteria) : AddFunnel(*steps.where, criteria);
  }

  void BindQuery(const grammar::CompareCohorts& compare) {
    query_.kind = Query::Kind::kCompare;
    query_.counted.push_back({Entity::kIndividual, Polarity::kAny, "individuals", Counted::Distinct::kNo});
    ConditionPtr any = MakeNode(Condition::Kind::kOr, Entity::kIndividual);
    ConditionPtr all = MakeNode(Condition::Kind::kAnd, Entity::kIndividual);
    for (const grammar::CompareCohorts::Compared& compared : compare.cohorts) {
      if (compared.counted) CheckCompared(*compared.counted);
      ConditionPtr where = compared.counted ? BindWhere(compared.where.get()) : criteria_.BindCohort(compared.cohort);
      RemarkOn(compared.where.get());
      if (where == nullptr) continue;
      any->operands.push_back(Clone(*where));
      all->operands.push_back(Clone(*where));
      query_.variants.push_back({{compared.cohort.name}, std::move(where)});
    }
    query_.variants.push_back({{compare.cohorts.size() == 2 ? "in both" : "in all"}, std::move(all)});
    query_.where = std::move(any);
    BindBy(compare.by);
  }

  void BindQuery(const grammar::Define& define) {
    query_.kind = Query::Kind::kDefine;
    query_.cohort = define.cohort.name;
    CheckKind(define.kind);
    BindCounted({&define.counted, 1});
    CheckOfIndividuals(define.counted, "write define cohort NAME as individuals where ...");
    if (define.cohort.name.empty()) reporter_->Error(define.cohort.span, "unknown-cohort", "a cohort needs a name");
    criteria_.DefineCohort(define.cohort.name);
    query_.where = BindWhere(define.where.get());
    RemarkOn(define.where.get());
  }

  void CheckOfIndividuals(const grammar::Counted& counted, std::string hint) {
    const auto entity = FindEntity(counted.entity.text);
    if (entity == Entity::kIndividual) return;
    reporter_->Error(counted.entity.span, "only-individuals", "a cohort is of individuals", {std::move(hint)});
  }

  // Individuals, whoever else they are: cohorts are compared by their members.
  void CheckCompared(const grammar::Counted& counted) {
    CheckOfIndividuals(counted, "write NAME as individuals where ...");
    BindPolarity(reporter_, counted.polarity, counted.polarity_span, Entity::kIndividual);
    if (counted.distinct) {
      reporter_->Error(counted.distinct_span, "no-distinct",
                       "cohorts are compared by individuals, not by distinct ones");
    }
  }

  void BindQuery(const grammar::Summarise& summarise) {
    query_.kind = Query::Kind::kSummary;
    BindCounted({&summarise.entity, 1});
    if (query_.counted[0].distinct != Counted::Distinct::kNo) {
      reporter_->Error(summarise.entity.entity.span, "no-distinct",
                       absl::StrCat(query_.counted[0].name, " have no values of their own"), {"summarise individuals"});
      return;
    }
    query_.where = BindWhere(summarise.where.get());
    if (query_.where == nullptr) return;
    RemarkOn(summarise.where.get());
    for (const grammar::Measured& written : summarise.measured) {
      auto bound = measured_.Bind(written, query_.counted[0], *query_.where);
      if (!bound) continue;
      RemarkOnOtherRows(summarise.where.get(), bound->measured.field, written.field, !written.terms.empty());
      query_.variants.push_back({{bound->measured.name}, std::move(bound->rows)});
      query_.measured.push_back(std::move(bound->measured));
    }
  }

  void BindQuery(const grammar::Drop& drop) { CheckKind(drop.kind); }
  // These are about the catalogue itself and need no plan.
  void BindQuery(const grammar::Describe&) {}
  void BindQuery(const grammar::Show&) {}
  void BindQuery(const grammar::Terms&) {}

  void CheckKind(const grammar::Name& kind) {
    if (kind.text != "cohort") {
      reporter_->Error(kind.span, "syntax", absl::StrCat("only cohorts are defined and dropped, not '", kind.text, "'"),
                       {"write define cohort NAME as individuals where ..."});
    }
  }

  // ---- what is counted ----

  void BindCounted(std::span<const grammar::Counted> entities) {
    for (const grammar::Counted& counted : entities) BindCounted(counted);
    if (query_.counted.empty()) query_.counted.emplace_back();  // reported already
  }

  void BindCounted(const grammar::Counted& written) {
    const grammar::Name& name = written.entity;
    Counted counted;
    if (name.text == "families" || name.text == "family") {
      counted = {Entity::kPedigree, Polarity::kAny, name.text, Counted::Distinct::kFamilies};
    } else {
      const auto entity = FindEntity(name.text);
      if (!entity) return ReportUnknownEntity(reporter_, name);
      counted.entity = *entity;
      counted.name = name.text;
      if (written.distinct) counted.distinct = Counted::Distinct::kPersons;
    }
    if (written.distinct && (counted.entity != Entity::kIndividual)) {
      reporter_->Error(written.distinct_span, "no-distinct",
                       absl::StrCat("only individuals have an id over all datasets, not ", name.text));
      return;
    }
    if (!query_.counted.empty() && !OnOneLine(query_.counted[0].entity, counted.entity)) {
      reporter_->Error(name.span, "unrelated-entities",
                       absl::StrCat(name.text, " cannot be counted together with ", query_.counted[0].name,
                                    ": neither belongs to the other"));
      return;
    }
    if (std::any_of(query_.counted.begin(), query_.counted.end(),
                    [&](const Counted& c) { return c.entity == counted.entity && c.distinct == counted.distinct; })) {
      reporter_->Error(name.span, "counted-twice", absl::StrCat(name.text, " is counted already"));
      return;
    }
    const auto polarity = BindPolarity(reporter_, written.polarity, written.polarity_span, counted.entity);
    if (!polarity) return;
    counted.polarity = *polarity;
    if (written.polarity == grammar::Polarity::kExcluded) counted.name = "excluded " + counted.name;
    if (counted.distinct == Counted::Distinct::kPersons) counted.name = "distinct " + counted.name;
    query_.counted.push_back(std::move(counted));
  }

  // Whom the criteria are about, whose rows are counted first.
  About CriteriaAbout() const {
    return query_.counted[0].distinct == Counted::Distinct::kPersons ? About::kPersons : About::kRecords;
  }

  // Whether persons are counted beside individuals, who are counted first.
  bool AlsoOfPersons() const {
    return query_.counted[0].entity == Entity::kIndividual && CriteriaAbout() == About::kRecords &&
           std::any_of(query_.counted.begin(), query_.counted.end(),
                       [](const Counted& counted) { return counted.distinct == Counted::Distinct::kPersons; });
  }

  ConditionPtr BindWhere(const grammar::Expr* where, CertaintyMode mode = CertaintyMode::kAsWritten) {
    criteria_.set_about(CriteriaAbout());
    const Counted& counted = query_.counted[0];
    ConditionPtr condition = where == nullptr ? MakeNode(Condition::Kind::kAll, counted.entity)
                                              : criteria_.Bind(*where, counted.entity, mode);
    return WithPolarity(std::move(condition), where == nullptr);
  }

  // Rows that count, of those that `condition` holds for.
  ConditionPtr WithPolarity(ConditionPtr condition, bool all) const {
    const Counted& counted = query_.counted[0];
    if (condition == nullptr || counted.polarity == Polarity::kAny) return condition;
    ConditionPtr polarity = MakeNode(Condition::Kind::kPolarity, counted.entity);
    polarity->polarity = counted.polarity;
    return all ? std::move(polarity) : Both(std::move(polarity), std::move(condition));
  }

  // Of criteria about individuals, which were bound without mistakes. `recorded`: also of what many lack, which funnels
  // say in their own column.
  void RemarkOn(const grammar::Expr* where, bool recorded = true) {
    if (where == nullptr || reporter_->errors() > 0) return;
    std::vector<const grammar::Expr*> apart;
    Criteria(*where, &apart);
    const SideBySide criteria(view_, reporter_, std::move(apart));
    const TimeForNotes time(reporter_);
    RemarkOnDeniedValues(view_, reporter_, criteria, query_.counted[0].entity);
    if (query_.counted[0].entity != Entity::kIndividual) {
      return RemarkOnCountedRows(view_, reporter_, criteria, query_.counted[0].entity);
    }
    RemarkOnCodes(view_, reporter_, criteria);
    RemarkOnRecords(view_, reporter_, criteria);
    Remarks(view_, reporter_).OnAbsence(criteria);
    RemarkOnAlleles(view_, reporter_, criteria);
    if (recorded) RemarkOnRare(view_, reporter_, criteria);
    RemarkOnMissing(view_, reporter_, criteria, recorded);
    RemarkOnConsents(view_, reporter_, criteria);
  }

  void RemarkOnOtherRows(const grammar::Expr* where, model::FieldId field, const grammar::Name& name, bool terms) {
    if (where == nullptr || reporter_->errors() > 0 || query_.counted[0].entity != Entity::kIndividual) return;
    std::vector<const grammar::Expr*> apart;
    Criteria(*where, &apart);
    const SideBySide criteria(view_, reporter_, std::move(apart));
    Remarks(view_, reporter_).OnOtherRows(criteria, field, name.text, name.span, terms);
  }

  void RemarkOnOtherRows(const grammar::Count& count) {
    for (size_t i = 0; i < count.by.size() && i < query_.by.size(); ++i) {
      const grammar::Dimension& written = count.by[i];
      const bool of_others = written.polarity == grammar::Polarity::kExcluded || written.number_of;
      if (!of_others) RemarkOnOtherRows(count.where.get(), query_.by[i].field, written.field, !written.terms.empty());
    }
  }

  void BindBy(const std::vector<grammar::Dimension>& by) {
    for (const grammar::Dimension& written : by) {
      if (auto dimension = dimensions_.Bind(written, query_.counted[0].entity))
        query_.by.push_back(*std::move(dimension));
    }
    for (const Counted& counted : query_.counted) {
      if (by.empty() || counted.distinct == Counted::Distinct::kNo) continue;
      reporter_->Error(by[0].span, "no-distinct",
                       absl::StrCat(counted.name, " are counted over everything, not by ", by[0].field.text),
                       {"leave out `by`, or count individuals"});
    }
  }

  void BindHaving(const grammar::HavingCondition& bound) {
    for (size_t i = 0; i < query_.counted.size(); ++i) {
      const auto entity = FindEntity(bound.counted.text);
      if (bound.counted.text == query_.counted[i].name || (entity && *entity == query_.counted[i].entity)) {
        query_.having.push_back({i, bound.op, bound.number});
        return;
      }
    }
    std::vector<std::string> hints;
    for (const Counted& counted : query_.counted) hints.push_back("counted here: " + counted.name);
    reporter_->Error(bound.counted.span, "not-counted", absl::StrCat("'", bound.counted.text, "' is not counted here"),
                     hints);
  }

  // ---- several questions in one ----

  // count patients with melanoma: criteria begin with where.
  static std::string Instead(const grammar::Count& count) {
    const std::string& word = count.with->text;
    const bool slip =
        grammar::EditDistance(word, "certainty", 2) <= 2 || grammar::EditDistance(word, "recorded", 2) <= 2;
    if (slip || count.where != nullptr) {
      return "write with certainty or with not recorded, or begin the criteria with where";
    }
    const std::string phrase = grammar::WriteForPhrase({word}, false);
    return absl::StrCat("write where ", phrase.substr(sizeof("write ") - 1),
                        "; behind with stand certainty and not recorded only");
  }

  void BindBounds(const grammar::Count& count) {
    query_.kind = Query::Kind::kCertainty;
    const bool not_recorded = count.with->text == "not recorded";
    if (!not_recorded && count.with->text != "certainty") {
      reporter_->Error(count.with->span, "syntax", absl::StrCat("'", count.with->text, "' cannot stand here"),
                       {Instead(count)});
      return;
    }
    if (query_.counted.size() > 1 || !count.by.empty() || !count.having.empty() ||
        query_.counted[0].distinct != Counted::Distinct::kNo) {
      reporter_->Error(count.with->span, "only-alone",
                       absl::StrCat("`with ", count.with->text, "` answers with ", not_recorded ? "two" : "three",
                                    " numbers for one entity, without by and having"));
      return;
    }
    if (not_recorded) return BindNotRecorded(count.where.get(), count.with->span);
    query_.where = BindWhere(count.where.get(), CertaintyMode::kCertain);
    if (query_.where == nullptr) return;  // what is wrong is said once
    query_.variants.push_back({{"certainly"}, Clone(*query_.where)});
    query_.variants.push_back({{"possibly"}, BindAgain(count.where.get(), CertaintyMode::kPossibleIfRecorded)});
    query_.variants.push_back({{"unknown"}, BindAgain(count.where.get(), CertaintyMode::kPossible)});
  }

  // Who meets the criteria; and who does besides of those for whom records deny none, although they do not say each.
  void BindNotRecorded(const grammar::Expr* where, grammar::Span span) {
    query_.where = BindWhere(where);
    if (query_.where == nullptr) return;
    std::vector<const grammar::Expr*> criteria, closed;
    if (where != nullptr) Criteria(*where, &criteria);
    ConditionPtr may;
    for (const grammar::Expr* criterion : criteria) {
      const grammar::ExprPtr open = OpenCriterion(*criterion);
      ConditionPtr one = open == nullptr ? nullptr : BindAgain(open.get(), CertaintyMode::kPossible);
      // Of one that compares named records nobody can say it; and none may be left out of the number in silence.
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
    ConditionPtr must = closed.empty() ? BindWhere(nullptr) : BindSome(closed, CriteriaAbout());
    if (must == nullptr) return;
    query_.variants.push_back({{query_.counted[0].name}, Clone(*query_.where)});
    query_.variants.push_back(
        {{"not recorded"}, may == nullptr ? std::move(must) : Both(std::move(must), std::move(may))});
  }

  // `where`, which was bound without error before, in another mode.
  ConditionPtr BindAgain(const grammar::Expr* where, CertaintyMode mode, About about = About::kRecords) {
    std::vector<Diagnostic> said_before;
    Reporter silent(&said_before);
    ConditionPtr condition =
        where == nullptr
            ? MakeNode(Condition::Kind::kAll, query_.counted[0].entity)
            : ExpressionBinder(view_, &silent, earlier_, about).Bind(*where, query_.counted[0].entity, mode);
    if (!silent.status().ok()) reporter_->Fail(silent.status());
    return WithPolarity(std::move(condition), where == nullptr);
  }

  // All criteria are bound once in full, which says what is wrong with them; parts of what is right are right.
  void AddFunnel(const grammar::Expr& where, const std::vector<const grammar::Expr*>& criteria) {
    query_.where = BindWhere(&where);
    if (query_.where == nullptr) return;
    query_.variants.push_back({{"all " + query_.counted[0].name}, BindWhere(nullptr)});
    for (size_t n = 1; n <= criteria.size(); ++n) {
      AddVariant(grammar::Print(*criteria[n - 1]), {criteria.begin(), criteria.begin() + static_cast<ptrdiff_t>(n)});
      const grammar::ExprPtr open = OpenCriterion(*criteria[n - 1]);
      ConditionPtr last = open == nullptr ? nullptr : BindAgain(open.get(), CertaintyMode::kPossible, CriteriaAbout());
      const Variant& before = query_.variants[query_.variants.size() - 2];
      if (last != nullptr && before.where != nullptr) {
        query_.variants.back().open = Both(Clone(*before.where), std::move(last));
      }
    }
  }

  void AddImpact(const grammar::Expr& where, const std::vector<const grammar::Expr*>& criteria) {
    query_.where = BindWhere(&where);
    if (query_.where == nullptr) return;
    if (criteria.size() > kMaxCriteria) {
      reporter_->Error(
          where.span, "too-many-criteria",
          absl::StrCat("impact looks at pairs of at most ", kMaxCriteria, " criteria, not ", criteria.size()));
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
      // What speaks of a row that is not named any more has gone as well.
      std::string& label = query_.variants.back().labels[0];
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
  void AddVariant(std::string label, const std::vector<const grammar::Expr*>& criteria,
                  std::vector<const grammar::Expr*>* gone = nullptr) {
    query_.variants.push_back({{std::move(label)},
                               BindSome(criteria, CriteriaAbout(), gone),
                               AlsoOfPersons() ? BindSome(criteria, About::kPersons) : nullptr});
  }

  // The conjunction of some criteria. A criterion that speaks of a row whose criterion is left out goes with it.
  ConditionPtr BindSome(const std::vector<const grammar::Expr*>& criteria, About about,
                        std::vector<const grammar::Expr*>* gone = nullptr) {
    const Entity space = query_.counted[0].entity;
    std::vector<Diagnostic> ignored;
    Reporter silent(&ignored);
    ConditionPtr condition = ExpressionBinder(view_, &silent, earlier_, about).BindCriteria(criteria, space, gone);
    if (!silent.status().ok()) reporter_->Fail(silent.status());
    return WithPolarity(std::move(condition), false);
  }

  static constexpr size_t kMaxCriteria = 40;

  const CatalogueView& view_;
  const SavedTexts* earlier_;
  Reporter* reporter_;
  ExpressionBinder criteria_;
  FieldFinder fields_;
  DimensionBinder dimensions_;
  MeasuredBinder measured_;
  Query query_;
};

}  // namespace

absl::StatusOr<std::optional<Query>> Bind(const grammar::Statement& statement, const CatalogueView& view,
                                          std::vector<Diagnostic>* diagnostics, const SavedTexts* earlier) {
  Reporter reporter(diagnostics);
  Query query = Binder(view, earlier, &reporter).BindStatement(statement);
  if (!reporter.status().ok()) return reporter.status();
  if (reporter.errors() > 0) return std::nullopt;
  return query;
}

}  // namespace muster::bind
