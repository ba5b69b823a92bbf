#include "engine/api/imports/repeated_people.h"

#include <string_view>
#include <utility>
#include <variant>

#include "absl/hash/hash.h"
#include "engine/model/text/text.h"

namespace muster::api {
namespace {

constexpr size_t kMaxRememberedAllowed = 200'000;

void AddRemark(std::string_view what, std::string_view advice, uint64_t count, const std::string& example,
               ImportReport* report) {
  if (count == 0) return;
  ImportRemark& remark = report->remarks.emplace_back();
  remark.what = what;
  remark.advice = advice;
  remark.count = count;
  ImportProblem& problem = remark.examples.emplace_back();
  problem.reason = example;
  ++report->problem_count;
  report->problems.push_back(problem);
  report->notes[remark.what] += count;
}

}  // namespace

void RepeatedPeople::Count(uint64_t name, std::string_view shown, const std::string& id, Repeats* repeats) {
  const auto found = repeats->first.find(name);
  if (found == repeats->first.end()) {
    if (repeats->first.size() < kMaxRememberedAllowed) repeats->first.emplace(name, id);
    return;
  }
  if (found->second == id) return;  // the record came again, and was united or replaced
  ++repeats->count;
  if (!repeats->example.empty()) return;
  repeats->example = model::Concat({"the records \"", found->second.substr(0, 100), "\" and \"", id.substr(0, 100),
                                    "\" are both of ", shown.substr(0, 200)});
}

void RepeatedPeople::Add(const model::Record& record) {
  const model::Value* subject = record.rows[0].Find(model::field::kSubjectId);
  const model::Value* birth = record.rows[0].Find(model::field::kBirth);
  if (subject != nullptr && birth != nullptr) {
    const std::string_view id = std::get<std::string>(*subject);
    const model::Interval& day = std::get<model::TimeValue>(*birth).date;
    if (id != record.id && !day.empty()) {
      Count(absl::HashOf(id, day.low, day.high), model::Concat({"subject \"", id, "\" with the same date of birth"}),
            record.id, &subjects_);
    }
  }
  for (const model::Row& row : record.rows) {
    if (row.entity != model::Entity::kPedigree) continue;
    const model::Value* family = row.Find(model::field::kPedigreeFamily);
    const model::Value* member = row.Find(model::field::kPedigreeMember);
    if (family == nullptr || member == nullptr) continue;
    Count(absl::HashOf(std::get<model::Symbol>(*family), std::get<model::Symbol>(*member)), "one member of one family",
          record.id, &members_);
  }
}

void RepeatedPeople::AddRemarks(ImportReport* report) const {
  AddRemark("record of a subject that an earlier record is of: each counts as an individual",
            "if a record is a visit and not a person, a mapping makes one individual of them: "
            "{\"identity\": \"/subject/id\"}",
            subjects_.count, subjects_.example, report);
  AddRemark("individual that is the same member of a family as another one: their relatives cannot be told",
            "give families, or their members, ids that differ from those of other families", members_.count,
            members_.example, report);
}

}  // namespace muster::api
