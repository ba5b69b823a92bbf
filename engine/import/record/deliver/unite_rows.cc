#include "engine/import/record/deliver/unite_rows.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/model/record/group_panels.h"
#include "engine/model/record/repeated_rows.h"
#include "engine/model/record/same_ids.h"
#include "engine/model/record/unite.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kOneIdUnited{
    ImportProblem::Kind::kNote, "sample, run or analysis that came before with its id: one row is made of both",
    "nothing, if a table has a line for each file or the like; if they are two, give them ids that differ"};

constexpr RemarkKind kOneIdDifferent{
    ImportProblem::Kind::kNote,
    "sample, run or analysis of an id that another one of the individual has, and that says otherwise: both count",
    "ids are unique in what they belong to: correct what contradicts, so that one is counted, or give them ids that "
    "differ"};

constexpr RemarkKind kSaidAgain{ImportProblem::Kind::kNote,
                                "feature or disease that a record has twice in the same words, taken once",
                                "nothing: it is there once; what came twice has two times"};

constexpr RemarkKind kMayBeTwo{
    ImportProblem::Kind::kNote, "measurement, treatment or the like that a record has twice in the same words",
    "nothing, if there were two; if the source has lines twice, leave out one: both count, and at least 2 of them, or "
    "another one, are found where there was one"};

constexpr RemarkKind kGrouped{ImportProblem::Kind::kNote,
                              "individual whose components are put together as panels by assay, time and the like",
                              "nothing, if components of one panel agree in these; else name what tells panels apart, "
                              "such as a visit, as \"panel\" in the mapping"};

constexpr RemarkKind kRepeated{ImportProblem::Kind::kNote,
                               "individual with a component that comes again at the same time, taken for another panel",
                               "name what tells panels apart, such as a visit, as \"panel\" in the mapping"};

bool MayHaveSameIds(const model::Record& record) {
  const auto may_come_again = [](const model::Row& row) {
    return row.entity == model::Entity::kSample || row.entity == model::Entity::kRun ||
           row.entity == model::Entity::kAnalysis;
  };
  return std::count_if(record.rows.begin(), record.rows.end(), may_come_again) >= 2;
}

bool IsSamePair(const model::SameIds::Pair& a, const model::SameIds::Pair& b) {
  return a.id == b.id && a.contradiction.field == b.contradiction.field &&
         a.contradiction.first == b.contradiction.first && a.contradiction.second == b.contradiction.second;
}

void ReportSameIds(const std::vector<std::string>& united, const std::vector<model::SameIds::Pair>& different,
                   const Sink& sink, Reporter& reporter) {
  for (const std::string& id : united) reporter.Report(kOneIdUnited, "", id);
  for (const model::SameIds::Pair& pair : different) {
    reporter.Report(
        kOneIdDifferent, "", pair.id,
        model::Concat({"\"", Shown(pair.id), "\" comes with ", model::Show(pair.contradiction, sink.symbols())}));
  }
}

}  // namespace

void UniteRowsOfOneId(model::Record& record, const Sink& sink, Reporter& reporter) {
  if (!MayHaveSameIds(record)) return;
  const model::SameIds same = model::UniteSameIds(record, sink.symbols());
  ReportSameIds(same.united, same.different, sink, reporter);
}

void UniteRowsOfOneId(model::Record& united, const std::vector<const model::Record*>& parts, const Sink& sink,
                      Reporter& reporter) {
  if (!MayHaveSameIds(united)) return;
  model::SameIds same = model::UniteSameIds(united, sink.symbols());
  for (const model::Record* part : parts) {
    if (same.different.empty()) break;
    model::Record alone = *part;
    const model::SameIds noted = model::UniteSameIds(alone, sink.symbols());
    std::erase_if(same.different, [&](const model::SameIds::Pair& pair) {
      return std::ranges::any_of(noted.different, [&](const auto& known) { return IsSamePair(pair, known); });
    });
  }
  ReportSameIds(same.completed, same.different, sink, reporter);
}

void UniteRepeated(model::Record& record, const Sink& sink, Reporter& reporter) {
  const model::RepeatedRows repeated = model::UniteRepeatedRows(record);
  const auto report = [&](const RemarkKind& kind, const model::Row& row) {
    const model::EntityInfo& info = model::Info(row.entity);
    const model::Value* code = info.primary < 0 ? nullptr : row.Find(static_cast<model::FieldId>(info.primary));
    const auto* symbol = code == nullptr ? nullptr : std::get_if<model::Symbol>(code);
    const std::string_view text = symbol == nullptr ? info.name : sink.symbols().Text(*symbol);
    reporter.ReportOfEach(kind, info.name, text, [&] {
      return std::pair(model::Concat({"/", info.name}), model::Concat({"two rows of ", text, " are equal"}));
    });
  };
  for (const model::Row& row : repeated.united) report(kSaidAgain, row);
  for (const model::Row& row : repeated.kept) report(kMayBeTwo, row);
}

void PutPanelsTogether(model::Record& record, Reporter& reporter) {
  const model::GroupedPanels grouped = model::GroupPanels(record);
  const auto report = [&](const RemarkKind& kind, uint32_t count) {
    if (count == 0) return;
    reporter.ReportOfEach(kind, {}, {}, [] { return std::pair(std::string(), std::string()); });
  };
  report(kGrouped, grouped.panels);
  report(kRepeated, grouped.uncertain);
}

}  // namespace muster::import
