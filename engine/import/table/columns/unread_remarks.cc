#include "engine/import/table/columns/unread_remarks.h"

#include "engine/import/record/rules/coded/kin.h"
#include "engine/import/record/rules/words/consent_word.h"
#include "engine/import/table/columns/column_names.h"
#include "engine/import/table/columns/column_remarks.h"
#include "engine/import/table/columns/told_kinds.h"
#include "engine/import/table/rows/row_text.h"
#include "engine/model/codes/tumour_behaviour.h"
#include "engine/model/text/text.h"

namespace muster::import {

using model::Concat;
using model::Entity;

namespace kinds = column_remarks;

namespace {

// (Where all answers are no, nobody withdrew.)
bool AreWithdrawals(std::string_view name, const UnreadColumn& cells) {
  return cells.HasWithdrawals() || (IsNameOfWithdrawal(name) && (cells.HasNumbersOrDates() || cells.HasYes()));
}

}  // namespace

std::optional<UnreadRemark> UnreadRemarks::Of(const Column& column) const {
  const UnreadColumn& cells = column.cells;
  if (IsNameOfConcept(column.name) && cells.HasZerosOnly()) return std::nullopt;
  if (rules_.Makes(Entity::kSample) && IsNameOfRemainder(column.name) && cells.HasSomeZeros()) {
    return UnreadRemark{&kinds::kUnreadDenials, Concat({"\"", Shown(column.written, 80),
                                                        "\" is 0 in some rows: nothing is left of these samples"})};
  }
  const bool no_reads =
      rules_.Makes(Entity::kVariant) && cells.HasSomeZeros() &&
      (IsNameOfAlleleShare(column.name) || (cells.HasFewWords() && AreCopyNumberLevels(column.name, cells.words())));
  if (no_reads) {
    return UnreadRemark{&kinds::kUnreadDenials,
                        Concat({"\"", Shown(column.written, 80), "\" is 0 in some rows: they have no such variant"})};
  }
  const CodedDenial coded = Coded(column.name, cells);
  const RemarkKind* kind = KindOf(column, coded);
  if (kind == nullptr) return std::nullopt;
  if (kind == &kinds::kUnreadTimeUnits) {
    const std::string& of = column.units.of;
    return UnreadRemark{
        kind, Concat({CountedCells(cells.cells()), " such as ", cells.Examples(), ", and the numbers of ",
                      of.empty() ? "the table" : Concat({"\"", Shown(of, 80), "\""}), " are taken in one unit"})};
  }
  const bool by_code = coded.kind != CodedDenial::Kind::kNothing && kind == KindOfCoded(coded);
  return UnreadRemark{
      kind, Concat({CountedCells(cells.cells()), " such as ", by_code ? cells.ExamplesWith(coded) : cells.Examples(),
                    ", which no question finds"})};
}

// By how much it matters: what may mean that rows of the table do not count comes before answers of people.
const RemarkKind* UnreadRemarks::KindOf(const Column& column, const CodedDenial& coded) const {
  const std::string_view name = column.name;
  const UnreadColumn& cells = column.cells;
  if (name.empty()) return &kinds::kNamelessColumn;
  if (AreComparators(name, cells)) return &kinds::kUnreadComparators;
  if (AreEndsOfConsents(name, cells)) return &kinds::kUnreadEnd;
  if (AreOfWhatWasNotDone(name, cells)) return &kinds::kUnreadNotDone;
  if (AreWithdrawals(name, cells)) return &kinds::kUnreadWithdrawal;
  if (AreReplacements(name, cells)) return &kinds::kUnreadReplacement;
  if (!cells.HasAnswers() && cells.HasMarksOfFailure(name)) return &kinds::kUnreadMarks;
  if (coded.kind != CodedDenial::Kind::kNothing) return KindOfCoded(coded);
  if (rules_.HasPolarity() && IsNameOfCases(name) && cells.HasOnesAndTwos()) return &kinds::kUnreadCases;
  if (column.units.kind == UnitColumns::Kind::kOfTimes) return &kinds::kUnreadTimeUnits;
  if (column.are_units) return &kinds::kUnreadUnits;
  return AreAnswersOrCodes(name, cells) ? KindOfAnswers(name, cells) : nullptr;
}

const RemarkKind* UnreadRemarks::KindOfCoded(const CodedDenial& coded) const {
  switch (coded.kind) {
    case CodedDenial::Kind::kNothing:
      return nullptr;
    case CodedDenial::Kind::kExcluded:
      return rules_.HasPolarity() ? &kinds::kUnreadExclusions : &kinds::kUnreadDenials;
    case CodedDenial::Kind::kRelative:
      return &kinds::kUnreadRelatives;
    case CodedDenial::Kind::kReplaced:
      return &kinds::kUnreadReplacement;
    case CodedDenial::Kind::kDerived:
      return &kinds::kUnreadDerived;
    case CodedDenial::Kind::kBehaviour:
      return &kinds::kUnreadBehaviour;
  }
  return nullptr;
}

const RemarkKind* UnreadRemarks::KindOfAnswers(std::string_view name, const UnreadColumn& cells) const {
  if (rules_.HasPolarity()) {
    const bool actions = rules_.Makes(Entity::kTreatment) || rules_.Makes(Entity::kProcedure);
    if (IsNameOfCertainty(name) || cells.HasExclusions(actions) || (cells.HasDoubt() && AsksForCertainty(name))) {
      return &kinds::kUnreadExclusions;
    }
    if (cells.HasFamilyHistory() || (cells.HasRelatives() && AsksWhose(name))) return &kinds::kUnreadRelatives;
    if (!cells.HasAnswers() && (cells.HasDoubt() || cells.HasRelatives())) return &kinds::kUnreadWords;
  }
  return cells.HasAnswers() ? &kinds::kUnreadAnswers : &kinds::kUnreadColumn;
}

CodedDenial UnreadRemarks::Coded(std::string_view name, const UnreadColumn& cells) const {
  const bool diseases = rules_.Makes(Entity::kDisease);
  if (const std::string* other = diseases ? cells.OtherBehaviour(name) : nullptr; other != nullptr) {
    return {CodedDenial::Kind::kBehaviour, *other, model::BehaviourOfMorphology(*other)};
  }
  CodedDenial coded = cells.Coded(
      name, {rules_.HasPolarity(), rules_.Makes(Entity::kMeasurement), rules_.Makes(Entity::kSample), diseases});
  if (coded.kind == CodedDenial::Kind::kNothing && cells.HasFewWords()) {
    coded = FindOldState(name, cells.words(), rules_.HasPolarity() || rules_.Makes(Entity::kExposure));
  }
  if (coded.kind == CodedDenial::Kind::kNothing && rules_.Makes(Entity::kVariant)) {
    coded = FindNoCall(name, cells.words());
  }
  if (coded.kind == CodedDenial::Kind::kNothing && diseases && cells.HasFewWords()) {
    coded = FindKindOfDiagnosis(name, cells.words());
  }
  return coded;
}

// Numbers are what a comparator stands beside.
bool UnreadRemarks::AreComparators(std::string_view name, const UnreadColumn& cells) const {
  const bool numbers = rules_.Makes(Entity::kMeasurement) || rules_.Makes(Entity::kExposure);
  return (numbers && cells.HasLimits(name)) ||
         (cells.HasComparators() && (!cells.HasOnlyCountries() || (numbers && !IsNameOfPlace(name))));
}

bool UnreadRemarks::AreEndsOfConsents(std::string_view name, const UnreadColumn& cells) const {
  return rules_.Makes(Entity::kConsent) &&
         (IsNameOfEndOfConsent(name) || (IsWordOfEnd(name) && cells.HasNumbersOrDates()));
}

bool UnreadRemarks::AreOfWhatWasNotDone(std::string_view name, const UnreadColumn& cells) const {
  const bool acts = rules_.Makes(Entity::kTreatment) || rules_.Makes(Entity::kProcedure) ||
                    rules_.Makes(Entity::kExposure) || rules_.Makes(Entity::kMeasurement);
  return acts && IsNameOfNotDone(name) && cells.cells() < rows_ &&
         (cells.HasYes() || (!cells.HasAnswers() && !cells.HasNumbersOrDates()));
}

bool UnreadRemarks::AreReplacements(std::string_view name, const UnreadColumn& cells) const {
  const bool named = IsNameOfReplacement(name) || (IsNameOfCancelling(name) && cells.cells() < rows_);
  return (named && !cells.HasAnswers()) || (cells.HasYes() && AsksWhetherReplaced(name));
}

bool UnreadRemarks::AreAnswersOrCodes(std::string_view name, const UnreadColumn& cells) const {
  return (cells.HasAnswers() && !IsNameOfType(name) && !AreHardlyAnswers(name, cells)) || cells.HasCodes() ||
         cells.HasDenials() ||
         (IsNameOfCertainty(name) && cells.HasFewWords() && !cells.HasNumbersOrDates() && rules_.HasPolarity()) ||
         (rules_.HasCodesOfIcd() && cells.HasBareIcd10(name));
}

// One 0, 1 or X in each row says nothing of anybody, and a number of a row is no answer. (A tick is left empty
// somewhere.)
bool UnreadRemarks::AreHardlyAnswers(std::string_view name, const UnreadColumn& cells) const {
  constexpr uint64_t kEnoughRows = 10;
  if (!cells.SaysOneThing()) return false;
  return IsNameOfNumber(name) || (cells.cells() >= kEnoughRows && cells.cells() == rows_);
}

}  // namespace muster::import
