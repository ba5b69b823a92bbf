#include "grammar/study_date.h"

#include <utility>
#include <variant>

#include "grammar/overloaded.h"
#include "grammar/walk.h"

namespace muster::grammar {
namespace {

bool IsStudyDate(const Literal& literal) {
  return (literal.kind == Literal::Kind::kMoment || literal.kind == Literal::Kind::kWord) && literal.event.empty() &&
         literal.text == "study date";
}

}  // namespace

void StudyDate::Replace(Statement* statement) {
  std::visit(Overloaded{[&](Count& query) {
                          ReplaceIn(query.where);
                          ReplaceIn(query.by);
                        },
                        [&](List& query) { ReplaceIn(query.where); }, [&](Steps& query) { ReplaceIn(query.where); },
                        [&](CompareCohorts& query) {
                          for (CompareCohorts::Compared& compared : query.cohorts) ReplaceIn(compared.where);
                          ReplaceIn(query.by);
                        },
                        [&](Define& query) { ReplaceIn(query.where); },
                        [&](Summarise& query) {
                          ReplaceIn(query.where);
                          for (Measured& measured : query.measured) ReplaceAge(&measured.field, &measured.as_of);
                        },
                        [](Drop&) {}, [](Describe&) {}, [](Show&) {}, [](Terms&) {}},
             statement->query);
}

void StudyDate::ReplaceIn(const ExprPtr& expr) {
  if (expr == nullptr) return;
  if (auto* compare = std::get_if<Compare>(&expr->node)) ReplaceIn(*compare);
  ForEachChild(*expr, [&](const ExprPtr& child) { ReplaceIn(child); });
}

void StudyDate::ReplaceIn(Compare& compare) {
  if (!compare.event) ReplaceAge(&compare.field, &compare.as_of);
  for (Literal& value : compare.values) ReplaceLiteral(&value);
}

void StudyDate::ReplaceIn(std::vector<Dimension>& by) {
  for (Dimension& dimension : by) ReplaceAge(&dimension.field, &dimension.as_of);
}

void StudyDate::ReplaceAge(Name* field, BoxedOptional<Literal>* as_of) {
  if (*as_of) ReplaceLiteral(&**as_of);
  if (*as_of || field->text != "age at study date") return;
  *as_of = DateAt(field->span);
  field->text = "age";
}

void StudyDate::ReplaceLiteral(Literal* literal) {
  if (IsStudyDate(*literal)) *literal = DateAt(literal->span);
}

Literal StudyDate::DateAt(Span span) {
  if (date_) {
    Literal date = *date_;
    date.span = span;
    return date;
  }
  diagnostics_->push_back({Severity::kError,
                           "no-study-date",
                           "no study date was given",
                           span.begin,
                           span.end,
                           {"begin the text with study date 2026-01-01; or write the date here"}});
  Literal any;
  any.kind = Literal::Kind::kDate;
  any.text = "2000-01-01";
  any.span = span;
  return any;
}

}  // namespace muster::grammar
