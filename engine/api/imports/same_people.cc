#include "engine/api/imports/same_people.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
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

constexpr size_t kFewest = 3;
constexpr size_t kMostLookedFor = 60;
constexpr size_t kMostRead = 5000;       // records of the catalogue, of people born on the same days
constexpr size_t kMostOfOneBirth = 500;  // as of a default: of those born so nobody is looked for

uint64_t KeyOf(int64_t low, int64_t high, int64_t sex) { return absl::HashOf(low, high, sex); }

struct LookedFor {
  const NewPerson* person = nullptr;
  size_t alike = 0;         // how many have the same dated rows
  bool is_subject = false;  // of somebody
  std::string example;      // of the first of them

  // Where several are alike, all of them may be others.
  bool found() const { return is_subject || alike == 1; }
};

// Of the sample, spread over it, those of whom there is enough to know them by.
std::vector<LookedFor> ChooseThoseLookedFor(const NewPeople& people) {
  std::vector<LookedFor> all;
  for (const NewPerson& person : people.sample()) {
    const model::Interval& birth = person.traits.birth;
    const bool born_on_a_day = !birth.empty() && birth.high - birth.low < model::kDay;
    const bool known = person.traits.sex != model::kNoSymbol && born_on_a_day &&
                       (person.marks.dated.size() >= kFewest || person.marks.subject != 0);
    if (known) all.emplace_back().person = &person;
  }
  if (all.size() <= kMostLookedFor) return all;
  std::vector<LookedFor> some;
  for (size_t i = 0; i < kMostLookedFor; ++i) some.push_back(all[i * all.size() / kMostLookedFor]);
  return some;
}

// The ten that most of the sample have, and one in ten at least: of a test or a vaccination that many had on the same
// days.
std::vector<model::Symbol> CommonestCodes(const NewPeople& people) {
  constexpr size_t kMost = 10;
  HashMap<model::Symbol, size_t> counts;
  for (const NewPerson& person : people.sample()) {
    std::set<model::Symbol> codes;
    for (const DatedCode& dated : person.marks.dated) codes.insert(dated.code);
    for (const model::Symbol code : codes) ++counts[code];
  }
  std::vector<std::pair<size_t, model::Symbol>> common;
  for (const auto& [code, count] : counts) {
    if (count > 1 && count * 10 >= people.sample().size()) common.emplace_back(count, code);
  }
  std::ranges::sort(common, std::greater<>());
  if (common.size() > kMost) common.resize(kMost);
  std::vector<model::Symbol> codes;
  for (const auto& [count, code] : common) codes.push_back(code);
  return codes;
}

class SamePeople {
 public:
  SamePeople(std::vector<LookedFor> people, std::vector<model::Symbol> common, const index::CatalogueWriter& writer)
      : people_(std::move(people)), common_(std::move(common)), writer_(writer) {
    for (size_t i = 0; i < people_.size(); ++i) {
      const PersonTraits& traits = people_[i].person->traits;
      by_key_[KeyOf(traits.birth.low, traits.birth.high, traits.sex)].people.push_back(i);
      days_.push_back(traits.birth.low);
    }
    std::ranges::sort(days_);
  }

  // Notes who was born on the same days.
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
    for (uint32_t row = 0; row < segment.rows(0); ++row) {
      if (absl::Status check = CheckStopSampled(); !check.ok()) return check;
      const int64_t low = (*columns[0])[row];
      if (!std::ranges::binary_search(days_, low)) continue;
      const auto found = by_key_.find(KeyOf(low, (*columns[1])[row], (*columns[2])[row]));
      if (found == by_key_.end() || (*live != nullptr && !(*live)->Contains(row))) continue;
      std::vector<Place>& places = found->second.places;
      if (places.size() > kMostOfOneBirth || writer_.IsReplaced({segment.info().id, row})) continue;
      places.push_back({&segment, row});
    }
    return absl::OkStatus();
  }

  // Reads the records of these. The segments are still there.
  absl::Status CompareAll() {
    size_t read = 0;
    for (const LookedFor& person : people_) {
      const PersonTraits& traits = person.person->traits;
      const Born born = std::exchange(by_key_[KeyOf(traits.birth.low, traits.birth.high, traits.sex)], {});
      if (born.places.size() > kMostOfOneBirth || read + born.places.size() > kMostRead) continue;
      read += born.places.size();
      compared_ += born.people.size();
      for (const Place& place : born.places) {
        if (absl::Status status = Compare(place, born.people); !status.ok()) return status;
      }
    }
    return absl::OkStatus();
  }

  void Report(ImportReport* report) const {
    // Births, codes and days that all have are a default, or invented.
    std::set<int64_t> births;
    size_t found = 0;
    const LookedFor* first = nullptr;
    for (const LookedFor& one : people_) {
      if (!one.found()) continue;
      ++found;
      births.insert(one.person->traits.birth.low);
      if (first == nullptr) first = &one;
    }
    if (births.size() < kFewest || found * 5 < compared_) return;
    AddRemark(model::kSamePeople,
              "if they are the same people under other ids (new pseudonyms, another column or \"identity\" as the id), "
              "delete the earlier ones: --replace-dataset, where these files are the whole dataset; in two datasets "
              "give them person ids. Until then each counts twice",
              found,
              absl::StrCat("of ", compared_, " individuals looked at that are new, ", found,
                           " are as others of before: ", first->example),
              report);
    PutFirst(report);
  }

 private:
  struct Place {
    const storage::SegmentReader* segment = nullptr;
    uint32_t row = 0;
  };
  struct Born {
    std::vector<size_t> people;  // those looked for
    std::vector<Place> places;   // of the catalogue
  };

  // At least two codes with their days, none of them common, and half of at least three that each has.
  bool HaveTheSameRows(const PersonMarks& one, const PersonMarks& other) const {
    std::vector<DatedCode> shared;
    std::ranges::set_intersection(one.dated, other.dated, std::back_inserter(shared), {}, &DatedCode::hash,
                                  &DatedCode::hash);
    const size_t fewer = std::min(one.dated.size(), other.dated.size());
    if (fewer < kFewest || shared.size() * 2 < fewer) return false;
    return std::ranges::count_if(shared, [&](const DatedCode& dated) {
             return std::ranges::find(common_, dated.code) == common_.end();
           }) >= 2;
  }

  absl::Status Compare(const Place& place, const std::vector<size_t>& with) {
    if (absl::Status check = CheckStopSampled(); !check.ok()) return check;
    const auto bytes = place.segment->Record(place.row);
    if (!bytes.ok()) return bytes.status();
    const auto record = model::DecodeRecord(*bytes);
    if (!record.ok()) return record.status();
    const PersonMarks marks = MarksOf(*record);
    const model::Value* person_id = record->rows[0].Find(field::kPerson);
    std::vector<size_t> alike;
    for (const size_t i : with) {
      LookedFor& one = people_[i];
      // One id in two datasets is told of by the ids, and one person id counts as one person.
      const bool known = one.person->id == record->id ||
                         (person_id != nullptr && std::get<model::Symbol>(*person_id) == one.person->traits.person);
      if (known) continue;
      const bool is_subject = marks.subject != 0 && marks.subject == one.person->marks.subject;
      const bool same_rows = HaveTheSameRows(one.person->marks, marks);
      if (!is_subject && !same_rows) continue;
      one.is_subject = one.is_subject || is_subject;
      if (same_rows) alike.push_back(i);
      if (!one.example.empty()) continue;
      one.example = absl::StrCat("\"", one.person->id.substr(0, 100), "\" is new, and \"", record->id.substr(0, 100),
                                 "\" was there");
      if (one.person->dataset != record->dataset) absl::StrAppend(&one.example, " in dataset ", record->dataset);
    }
    // Neither is it known which of several new ones it is.
    for (const size_t i : alike) people_[i].alike += alike.size();
    return absl::OkStatus();
  }

  std::vector<LookedFor> people_;
  std::vector<model::Symbol> common_;
  const index::CatalogueWriter& writer_;
  std::vector<int64_t> days_;       // of birth, ascending
  HashMap<uint64_t, Born> by_key_;  // by birth and sex
  size_t compared_ = 0;             // of people_
};

}  // namespace

absl::Status AddSamePeopleRemark(const NewPeople& people, const bind::CatalogueView& before,
                                 const index::CatalogueWriter& writer, ImportReport* report) {
  std::vector<LookedFor> looked_for = ChooseThoseLookedFor(people);
  if (looked_for.size() < kFewest) return absl::OkStatus();
  SamePeople same(std::move(looked_for), CommonestCodes(people), writer);
  for (const storage::SegmentReaderPtr& segment : before.snapshot().segments) {
    if (absl::Status looked = same.Look(*segment); !looked.ok()) return looked;
  }
  if (absl::Status compared = same.CompareAll(); !compared.ok()) return compared;
  same.Report(report);
  return absl::OkStatus();
}

}  // namespace muster::api
