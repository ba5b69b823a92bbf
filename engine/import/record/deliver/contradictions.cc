#include "engine/import/record/deliver/contradictions.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "containers/hash_table.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"
#include "engine/model/time/time.h"

namespace muster::import {
namespace {

constexpr RemarkKind kRefusedLater{
    ImportProblem::Kind::kNote, "granted consent, and a later or undated refusal or withdrawal of the same permission",
    "nothing, if dates are right: who asks for granted consents is told how many have ended, and how to leave them "
    "out; of undated ones, enter the dates"};

// Whether `other` is a refusal of what `granted` permits that may be the later one.
bool RefusesLater(const model::Row& granted, const model::Row& other, const Sink& sink) {
  using namespace model::field;
  if (other.entity != model::Entity::kConsent) return false;
  const model::Value* status = other.Find(kConsentStatus);
  if (status == nullptr) return false;
  const std::string_view word = sink.symbols().Text(std::get<model::Symbol>(*status));
  if (word != "refused" && word != "withdrawn") return false;
  for (const model::FieldId same : {kConsentPermission, kConsentUse}) {
    const model::Value* one = granted.Find(same);
    const model::Value* two = other.Find(same);
    if ((one == nullptr) != (two == nullptr) || (one != nullptr && *one != *two)) return false;
  }
  const model::Value* given = granted.Find(kConsentDate);
  const model::Value* refused = other.Find(kConsentDate);
  if (given == nullptr || refused == nullptr) return true;
  const model::Interval& before = std::get<model::TimeValue>(*given).date;
  const model::Interval& after = std::get<model::TimeValue>(*refused).date;
  return before.empty() || after.empty() || after.high > before.low;
}

constexpr RemarkKind kBothPolarities{
    ImportProblem::Kind::kNote, "term that one individual has as observed and as excluded",
    "find out which is right, or when which was true: the individual is found by either question"};

constexpr RemarkKind kEndsFirst{ImportProblem::Kind::kNote, "row that ends before it begins",
                                "correct the two times in the source; they are compared as they are written"};

constexpr RemarkKind kAliveWithDeath{
    ImportProblem::Kind::kNote, "individual who is alive, and has a time or a cause of death",
    "find out which is right: the individual counts as alive, and is found by the death as well"};

using TermOfRow = std::pair<model::Entity, model::Symbol>;

// Of rows that are observed, where others of their term are excluded: each term once, in the order of the rows.
std::vector<TermOfRow> TermsOfBothPolarities(const model::Record& record) {
  const auto term_of = [](const model::Row& row) -> const model::Value* {
    if (row.entity == model::Entity::kPhenotype) return row.Find(model::field::kPhenotypeTerm);
    return row.entity == model::Entity::kDisease ? row.Find(model::field::kDiseaseTerm) : nullptr;
  };
  std::vector<TermOfRow> excluded;
  for (const model::Row& row : record.rows) {
    const model::Value* term = row.excluded ? term_of(row) : nullptr;
    if (term != nullptr) excluded.emplace_back(row.entity, std::get<model::Symbol>(*term));
  }
  std::vector<TermOfRow> both;
  if (excluded.empty()) return both;
  std::sort(excluded.begin(), excluded.end());
  HashSet<TermOfRow> met;
  for (const model::Row& row : record.rows) {
    const model::Value* term = row.excluded ? nullptr : term_of(row);
    if (term == nullptr) continue;
    const TermOfRow here(row.entity, std::get<model::Symbol>(*term));
    if (std::binary_search(excluded.begin(), excluded.end(), here) && met.insert(here).second) both.push_back(here);
  }
  return both;
}

}  // namespace

void NoteRefusedConsents(const model::Record& record, const Sink& sink, Reporter& reporter) {
  for (const model::Row& granted : record.rows) {
    if (granted.entity != model::Entity::kConsent) continue;
    const model::Value* status = granted.Find(model::field::kConsentStatus);
    if (status == nullptr || sink.symbols().Text(std::get<model::Symbol>(*status)) != "granted") continue;
    const bool refused = std::any_of(record.rows.begin(), record.rows.end(),
                                     [&](const model::Row& other) { return RefusesLater(granted, other, sink); });
    if (!refused) continue;
    reporter.Report(kRefusedLater, "/consent/status", record.id);
    return;
  }
}

void NoteBothPolarities(const model::Record& record, const Sink& sink, Reporter& reporter) {
  NoteBothPolarities(record, {}, sink, reporter);
}

void NoteBothPolarities(const model::Record& united, const std::vector<const model::Record*>& parts, const Sink& sink,
                        Reporter& reporter) {
  std::vector<TermOfRow> both = TermsOfBothPolarities(united);
  if (both.empty()) return;
  for (const model::Record* part : parts) {
    std::vector<TermOfRow> noted = TermsOfBothPolarities(*part);
    std::sort(noted.begin(), noted.end());
    std::erase_if(both, [&](const TermOfRow& term) { return std::binary_search(noted.begin(), noted.end(), term); });
  }
  for (const auto& [entity, symbol] : both) {
    reporter.Report(kBothPolarities, model::Concat({"/", model::Info(entity).name}), sink.symbols().Text(symbol));
  }
}

void NoteBackwards(const model::Record& record, Reporter& reporter) {
  using namespace model::field;
  for (const model::Row& row : record.rows) {
    model::FieldId from = 0, to = 0;
    if (row.entity == model::Entity::kPhenotype) from = kPhenotypeOnset, to = kPhenotypeResolution;
    if (row.entity == model::Entity::kDisease) from = kDiseaseOnset, to = kDiseaseResolution;
    if (row.entity == model::Entity::kTreatment) from = kTreatmentStart, to = kTreatmentEnd;
    const model::Value* end = to == 0 ? nullptr : row.Find(to);
    const model::Value* begin = end == nullptr ? nullptr : row.Find(from);
    if (begin == nullptr) continue;
    const auto& began = std::get<model::TimeValue>(*begin);
    const auto& ended = std::get<model::TimeValue>(*end);
    const auto before = [](const model::Interval& a, const model::Interval& b) {
      return !a.empty() && !b.empty() && a.high < b.low;
    };
    if (!before(ended.date, began.date) && !before(ended.age, began.age)) continue;
    const bool dated = before(ended.date, began.date);
    const auto show = [&](const model::TimeValue& time) {
      return dated ? model::FormatDate(time.date) : model::FormatAge(time.age);
    };
    reporter.Report(
        kEndsFirst, model::Concat({"/", model::Info(row.entity).name}), show(ended),
        model::Concat({model::Info(from).name, " is ", show(began), ", and ", model::Info(to).name, " ", show(ended)}));
  }
}

void NoteDeathOfTheLiving(const model::Record& record, const Sink& sink, Reporter& reporter) {
  const model::Row& self = record.rows[0];
  const bool death = self.Find(model::field::kDeath) != nullptr || self.Find(model::field::kCauseOfDeath) != nullptr;
  const model::Value* status = death ? self.Find(model::field::kVitalStatus) : nullptr;
  if (status == nullptr || sink.symbols().Text(std::get<model::Symbol>(*status)) != "alive") return;
  reporter.Report(kAliveWithDeath, "/individual/vital status", record.id);
}

}  // namespace muster::import
