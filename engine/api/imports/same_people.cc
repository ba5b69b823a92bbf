#include "engine/api/imports/same_people.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/hash/hash.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "containers/hash_table.h"
#include "engine/api/imports/add_remark.h"
#include "engine/model/document/remarks_of_others.h"
#include "engine/model/record/record.h"
#include "engine/model/schema/schema.h"
#include "storage/store.h"

namespace muster::api {
namespace {

namespace field = model::field;

constexpr size_t kMostLookedFor = 60;
constexpr size_t kMostRead = 5000;  // records of the catalogue, of people born on the same days

uint64_t KeyOf(int64_t low, int64_t high, int64_t sex) { return absl::HashOf(low, high, sex); }

struct LookedFor {
  const NewPerson* person = nullptr;
  bool found = false;
};

// Of the sample, spread over it, those of whom there is enough to know them by.
std::vector<LookedFor> ChooseThoseLookedFor(const NewPeople& people) {
  std::vector<LookedFor> all;
  for (const NewPerson& person : people.sample()) {
    const bool known = person.traits.sex != model::kNoSymbol && !person.traits.birth.empty() &&
                       (!person.marks.dated.empty() || person.marks.subject != 0);
    if (known) all.push_back({&person});
  }
  if (all.size() <= kMostLookedFor) return all;
  std::vector<LookedFor> some;
  for (size_t i = 0; i < kMostLookedFor; ++i) some.push_back(all[i * all.size() / kMostLookedFor]);
  return some;
}

bool AreSamePerson(const NewPerson& person, const PersonMarks& marks) {
  const bool born_on_a_day = person.traits.birth.high - person.traits.birth.low < model::kDay;
  if (born_on_a_day && marks.subject != 0 && marks.subject == person.marks.subject) return true;
  std::vector<uint64_t> shared;
  std::set_intersection(marks.dated.begin(), marks.dated.end(), person.marks.dated.begin(), person.marks.dated.end(),
                        std::back_inserter(shared));
  const size_t fewest = born_on_a_day ? 1 : 2;
  return shared.size() >= fewest && shared.size() * 2 >= std::min(marks.dated.size(), person.marks.dated.size());
}

class SamePeople {
 public:
  SamePeople(std::vector<LookedFor> people, const index::CatalogueWriter& writer)
      : people_(std::move(people)), writer_(writer) {
    for (size_t i = 0; i < people_.size(); ++i) {
      const PersonTraits& traits = people_[i].person->traits;
      by_key_[KeyOf(traits.birth.low, traits.birth.high, traits.sex)].push_back(i);
    }
  }

  absl::Status Look(const storage::SegmentReader& segment) {
    if (absl::Status check = CheckStop(); !check.ok()) return check;
    storage::ColumnPtr columns[3];
    constexpr storage::ColumnKey kColumns[] = {
        {0, field::kBirth, model::kDateLow}, {0, field::kBirth, model::kDateHigh}, {0, field::kSex, model::kValuePart}};
    for (size_t i = 0; i < 3; ++i) {
      auto column = segment.FindColumn(kColumns[i]);
      if (!column.ok()) return column.status();
      if (*column == nullptr) return absl::OkStatus();
      columns[i] = *std::move(column);
    }
    const auto live = segment.Live();
    if (!live.ok()) return live.status();
    for (uint32_t row = 0; row < segment.rows(0) && read_ < kMostRead; ++row) {
      const auto found = by_key_.find(KeyOf((*columns[0])[row], (*columns[1])[row], (*columns[2])[row]));
      if (found == by_key_.end() || (*live != nullptr && !(*live)->Contains(row))) continue;
      if (writer_.IsReplaced({segment.info().id, row})) continue;
      if (absl::Status compared = Compare(segment, row, found->second); !compared.ok()) return compared;
    }
    return absl::OkStatus();
  }

  void Report(ImportReport* report) const {
    // Births, codes and days that all have are a default, or invented.
    constexpr size_t kFewest = 3;
    const auto found = static_cast<size_t>(std::ranges::count(people_, true, &LookedFor::found));
    if (births_.size() < kFewest || found * 5 < people_.size()) return;
    AddRemark(model::kSamePeople,
              "if they are the same people under other ids (new pseudonyms, another column or \"identity\" as the id), "
              "delete the earlier ones: --replace-dataset, where these files are the whole dataset; in two datasets "
              "give them person ids. Until then each counts twice",
              found,
              absl::StrCat("of ", people_.size(), " individuals looked at that are new, ", found,
                           " are as others of before: ", example_),
              report);
    PutFirst(report);
  }

 private:
  absl::Status Compare(const storage::SegmentReader& segment, uint32_t row, const std::vector<size_t>& with) {
    if (absl::Status check = CheckStopSampled(); !check.ok()) return check;
    if (std::ranges::all_of(with, [&](size_t i) { return people_[i].found; })) return absl::OkStatus();
    ++read_;
    const auto bytes = segment.Record(row);
    if (!bytes.ok()) return bytes.status();
    const auto record = model::DecodeRecord(*bytes);
    if (!record.ok()) return record.status();
    const PersonMarks marks = MarksOf(*record);
    const model::Value* person_id = record->rows[0].Find(field::kPerson);
    for (const size_t i : with) {
      LookedFor& one = people_[i];
      // One id in two datasets is told of by the ids, and one person id counts as one person.
      const bool known = one.person->id == record->id ||
                         (person_id != nullptr && std::get<model::Symbol>(*person_id) == one.person->traits.person);
      if (one.found || known || !AreSamePerson(*one.person, marks)) continue;
      one.found = true;
      births_.insert(one.person->traits.birth.low);
      if (example_.empty()) {
        example_ = absl::StrCat("\"", one.person->id.substr(0, 100), "\" is new, and \"", record->id.substr(0, 100),
                                "\" was there");
        if (one.person->dataset != record->dataset) absl::StrAppend(&example_, " in dataset ", record->dataset);
      }
      break;
    }
    return absl::OkStatus();
  }

  std::vector<LookedFor> people_;
  const index::CatalogueWriter& writer_;
  HashMap<uint64_t, std::vector<size_t>> by_key_;  // by birth and sex
  std::set<int64_t> births_;                       // of those found
  size_t read_ = 0;
  std::string example_;
};

}  // namespace

absl::Status AddSamePeopleRemark(const NewPeople& people, const bind::CatalogueView& before,
                                 const index::CatalogueWriter& writer, ImportReport* report) {
  constexpr size_t kFewest = 3;
  std::vector<LookedFor> looked_for = ChooseThoseLookedFor(people);
  if (looked_for.size() < kFewest) return absl::OkStatus();
  SamePeople same(std::move(looked_for), writer);
  for (const storage::SegmentReaderPtr& segment : before.snapshot().segments) {
    if (absl::Status looked = same.Look(*segment); !looked.ok()) return looked;
  }
  same.Report(report);
  return absl::OkStatus();
}

}  // namespace muster::api
