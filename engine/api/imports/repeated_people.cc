#include "engine/api/imports/repeated_people.h"

#include <string_view>
#include <utility>
#include <variant>

#include "absl/hash/hash.h"
#include "engine/api/imports/add_remark.h"
#include "engine/model/document/remarks_of_others.h"
#include "engine/model/text/alike_key.h"
#include "engine/model/text/text.h"

namespace muster::api {
namespace {

constexpr size_t kMaxRememberedAllowed = 200'000;

}  // namespace

bool RepeatedPeople::Count(uint64_t name, const std::string& id, std::string* earlier, Repeats* repeats) {
  const auto found = repeats->first.find(name);
  if (found == repeats->first.end()) {
    if (repeats->first.size() < kMaxRememberedAllowed) repeats->first.emplace(name, id);
    return false;
  }
  if (found->second == id) return false;  // the record came again, and was united or replaced
  ++repeats->count;
  if (!repeats->example.empty()) return false;
  *earlier = found->second.substr(0, 100);
  return true;
}

void RepeatedPeople::Add(const model::Record& record, const model::Dictionary& dictionary) {
  std::string earlier;
  if (Count(absl::HashOf(record.dataset, model::AlikeKey(record.id)), record.id, &earlier, &alike_)) {
    alike_.example = model::Concat({"\"", earlier, "\" and \"", record.id.substr(0, 100), "\" are two individuals"});
  }
  if (const model::Value* person = record.rows[0].Find(model::field::kPerson)) {
    const std::string text(dictionary.Text(std::get<model::Symbol>(*person)));
    if (Count(absl::HashOf(model::AlikeKey(text)), text, &earlier, &alike_persons_)) {
      alike_persons_.example =
          model::Concat({"the person ids \"", earlier, "\" and \"", text.substr(0, 100), "\" are two persons"});
    }
  }
  const model::Value* subject = record.rows[0].Find(model::field::kSubjectId);
  const model::Value* birth = record.rows[0].Find(model::field::kBirth);
  const auto both_of = [&](std::string_view shown) {
    return model::Concat({"the records \"", earlier, "\" and \"", record.id.substr(0, 100), "\" are both of ", shown});
  };
  if (subject != nullptr && birth != nullptr) {
    const std::string_view id = std::get<std::string>(*subject);
    const model::Interval& day = std::get<model::TimeValue>(*birth).date;
    if (id != record.id && !day.empty() &&
        Count(absl::HashOf(id, day.low, day.high), record.id, &earlier, &subjects_)) {
      subjects_.example = both_of(model::Concat({"subject \"", id.substr(0, 100), "\" with the same date of birth"}));
    }
  }
  for (const model::Row& row : record.rows) {
    if (row.entity != model::Entity::kPedigree) continue;
    const model::Value* family = row.Find(model::field::kPedigreeFamily);
    const model::Value* member = row.Find(model::field::kPedigreeMember);
    if (family == nullptr || member == nullptr) continue;
    if (Count(absl::HashOf(std::get<model::Symbol>(*family), std::get<model::Symbol>(*member)), record.id, &earlier,
              &members_)) {
      members_.example = both_of("one member of one family");
    }
  }
}

void RepeatedPeople::AddRemarks(ImportReport* report) const {
  AddRemark("individual whose id is like that of another: zeros at the front, .0, capitals, hyphens, blanks or accents",
            "nothing, if they are two persons; else write their ids alike: each has a part of the data", alike_.count,
            alike_.example, report);
  AddRemark(model::kPersonIdAlike,
            "nothing, if they are two persons; else write them alike: distinct individuals counts both",
            alike_persons_.count, alike_persons_.example, report);
  AddRemark("record of a subject that an earlier record is of: each counts as an individual",
            "if a record is a visit and not a person, a mapping makes one individual of them: "
            "{\"identity\": \"/subject/id\"}",
            subjects_.count, subjects_.example, report);
  AddRemark("individual that is the same member of a family as another one: their relatives cannot be told",
            "give families, or their members, ids that differ from those of other families", members_.count,
            members_.example, report);
}

}  // namespace muster::api
