#include "engine/bind/binder.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/polarity.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/counted_binder.h"
#include "engine/bind/dimensions/dimension_binder.h"
#include "engine/bind/dimensions/field_finder.h"
#include "engine/bind/dimensions/measured_binder.h"
#include "engine/bind/remarks/code_remarks.h"
#include "engine/bind/remarks/other_rows.h"
#include "engine/bind/remarks/reading/age_after_death.h"
#include "engine/bind/remarks/reading_remarks.h"
#include "engine/bind/remarks/remarks.h"
#include "engine/bind/variant_binder.h"
#include "engine/bind/where_binder.h"
#include "grammar/parse.h"

namespace muster::bind {
namespace {

using model::Entity;

class Binder {
 public:
  Binder(const CatalogueView& view, const SavedTexts* earlier, Reporter* reporter)
      : view_(view),
        reporter_(reporter),
        where_(view, earlier, reporter, query_.counted),
        variants_(reporter, &where_, &query_),
        fields_(view, reporter),
        dimensions_(view, reporter, &where_.criteria().values(), &where_.criteria().terms(), &fields_),
        measured_(reporter, &where_.criteria().values(), &where_.criteria().terms(), &fields_) {}

  Query BindStatement(const grammar::Statement& statement) {
    query_.explain = statement.explain;
    query_.text = grammar::Print(statement);
    reporter_->set_statement(&statement);
    std::visit([&](const auto& written) { BindQuery(written); }, statement.query);
    if (reporter_->errors() == 0 && reporter_->HasRoomForRemarks()) {
      RemarkOnCodesOfNumbers(view_, statement, query_, reporter_);
      RemarkOnReading(view_, statement, reporter_);
    }
    if (reporter_->notes_are_incomplete() && reporter_->errors() == 0) reporter_->Add(NotesIncomplete(statement.span));
    return std::move(query_);
  }

 private:
  void BindQuery(const grammar::Count& count) {
    query_.kind = Query::Kind::kCount;
    BindCounted(reporter_, count.entities, &query_.counted);
    if (count.with) {
      variants_.BindBounds(count);
      return RemarkOn(count.where.get(),
                      count.with->text == "certainty" ? ShownInAnswer::kCertainty : ShownInAnswer::kNotRecorded);
    }
    query_.where = where_.Bind(count.where.get());
    if (query_.where != nullptr && count.where != nullptr && CountsPersons(query_.counted)) {
      query_.persons = where_.BindAgain(count.where.get(), CertaintyMode::kAsWritten, About::kPersons);
    }
    BindBy(count.by);
    RemarkOn(count.where.get());
    RemarkOnRowsOf(count);
    for (const grammar::HavingCondition& bound : count.having) BindHaving(bound);
    if (!count.having.empty() && count.by.empty()) {
      reporter_->Error(count.having[0].counted.span, "nothing-to-choose", "`having` chooses among the rows of `by`");
    }
  }

  void BindQuery(const grammar::List& list) {
    query_.kind = Query::Kind::kList;
    BindCounted(reporter_, std::span(&list.entity, 1), &query_.counted);
    query_.where = where_.Bind(list.where.get());
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
    BindCounted(reporter_, steps.entities, &query_.counted);
    steps.impact ? variants_.BindImpact(*steps.where) : variants_.BindFunnel(*steps.where);
    RemarkOn(steps.where.get(), steps.impact ? ShownInAnswer::kNothing : ShownInAnswer::kNotRecorded);
  }

  void BindQuery(const grammar::CompareCohorts& compare) {
    query_.kind = Query::Kind::kCompare;
    query_.counted.push_back({Entity::kIndividual, Polarity::kAny, "individuals", Counted::Distinct::kNo});
    ConditionPtr any = MakeNode(Condition::Kind::kOr, Entity::kIndividual);
    ConditionPtr all = MakeNode(Condition::Kind::kAnd, Entity::kIndividual);
    for (const grammar::CompareCohorts::Compared& compared : compare.cohorts) {
      if (compared.counted) CheckCompared(*compared.counted);
      ConditionPtr where =
          compared.counted ? where_.Bind(compared.where.get()) : where_.criteria().BindCohort(compared.cohort);
      RemarkOn(compared.where.get());
      if (where == nullptr) continue;
      any->operands.push_back(Clone(*where));
      all->operands.push_back(Clone(*where));
      query_.variants.push_back({{compared.cohort.name}, std::move(where)});
    }
    query_.variants.push_back({{compare.cohorts.size() == 2 ? "in both" : "in all"}, std::move(all)});
    query_.where = std::move(any);
    BindBy(compare.by);
    for (const grammar::Dimension& written : compare.by) {
      if (written.as_of) RemarkOnAges(compare, written.span);
    }
  }

  // Of cohorts that are written out: of saved ones it is not known here who is in them.
  void RemarkOnAges(const grammar::CompareCohorts& compare, grammar::Span span) {
    if (reporter_->errors() > 0) return;
    for (const grammar::CompareCohorts::Compared& compared : compare.cohorts) {
      if (compared.counted) RemarkOnAgeAsOf(view_, reporter_, compared.where.get(), span);
    }
  }

  void BindQuery(const grammar::Define& define) {
    query_.kind = Query::Kind::kDefine;
    query_.cohort = define.cohort.name;
    CheckKind(define.kind);
    BindCounted(reporter_, std::span(&define.counted, 1), &query_.counted);
    CheckOfIndividuals(define.counted, "write define cohort NAME as individuals where ...");
    if (define.cohort.name.empty()) reporter_->Error(define.cohort.span, "unknown-cohort", "a cohort needs a name");
    where_.criteria().DefineCohort(define.cohort.name);
    query_.where = where_.Bind(define.where.get());
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
    BindCounted(reporter_, std::span(&summarise.entity, 1), &query_.counted);
    if (query_.counted[0].distinct != Counted::Distinct::kNo) {
      reporter_->Error(summarise.entity.entity.span, "no-distinct",
                       absl::StrCat(query_.counted[0].name, " have no values of their own"), {"summarise individuals"});
      return;
    }
    query_.where = where_.Bind(summarise.where.get());
    if (query_.where == nullptr) return;
    RemarkOn(summarise.where.get());
    for (const grammar::Measured& written : summarise.measured) {
      auto bound = measured_.Bind(written, query_.counted[0], *query_.where);
      if (!bound) continue;
      RemarkOnRowsOf(summarise.where.get(), bound->measured.field, written.field, !written.terms.empty());
      if (written.as_of) RemarkOnAge(summarise.where.get(), written.span);
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

  // Of criteria that were bound without mistakes.
  void RemarkOn(const grammar::Expr* where, ShownInAnswer shown = ShownInAnswer::kNothing) {
    if (where == nullptr || reporter_->errors() > 0 || !reporter_->HasRoomForRemarks()) return;
    RemarkOnCriteria(view_, reporter_, *where, query_.counted[0].entity, shown);
  }

  void RemarkOnRowsOf(const grammar::Expr* where, model::FieldId field, const grammar::Name& name, bool terms) {
    if (where == nullptr || reporter_->errors() > 0 || query_.counted[0].entity != Entity::kIndividual) return;
    RemarkOnOtherRows(view_, reporter_, *where, field, name, terms);
  }

  // Of an age as of a date, by which is counted, or which is summarised; once for a statement.
  void RemarkOnAge(const grammar::Expr* where, grammar::Span span) {
    if (has_remarked_on_age_ || reporter_->errors() > 0 || query_.counted[0].entity != Entity::kIndividual) return;
    has_remarked_on_age_ = true;
    RemarkOnAgeAsOf(view_, reporter_, where, span);
  }

  void RemarkOnRowsOf(const grammar::Count& count) {
    for (size_t i = 0; i < count.by.size() && i < query_.by.size(); ++i) {
      const grammar::Dimension& written = count.by[i];
      const bool of_others = written.polarity == grammar::Polarity::kExcluded || written.number_of;
      if (!of_others) RemarkOnRowsOf(count.where.get(), query_.by[i].field, written.field, !written.terms.empty());
      if (written.as_of) RemarkOnAge(count.where.get(), written.span);
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

  const CatalogueView& view_;
  Reporter* reporter_;
  Query query_;
  WhereBinder where_;
  VariantBinder variants_;
  FieldFinder fields_;
  DimensionBinder dimensions_;
  MeasuredBinder measured_;
  bool has_remarked_on_age_ = false;
};

}  // namespace

absl::StatusOr<std::optional<Query>> Bind(const grammar::Statement& statement, const CatalogueView& view,
                                          std::vector<Diagnostic>* diagnostics, const SavedTexts* earlier,
                                          Reporter::Remarks remarks) {
  const auto before = static_cast<std::ptrdiff_t>(diagnostics->size());
  Reporter reporter(diagnostics, remarks);
  Query query = Binder(view, earlier, &reporter).BindStatement(statement);
  if (!reporter.status().ok()) return reporter.status();
  if (reporter.errors() == 0) return query;
  // What was to be said beside an answer looks like one, and is about criteria that are half understood.
  const auto is_note = [](const Diagnostic& one) {
    return one.severity == Severity::kNote && one.code != "more-mistakes";
  };
  diagnostics->erase(std::remove_if(diagnostics->begin() + before, diagnostics->end(), is_note), diagnostics->end());
  return std::nullopt;
}

}  // namespace muster::bind
