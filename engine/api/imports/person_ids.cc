#include "engine/api/imports/person_ids.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "absl/hash/hash.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/api/imports/add_remark.h"
#include "engine/model/document/remarks_of_others.h"
#include "engine/model/record/unite.h"
#include "engine/model/text/alike_key.h"
#include "engine/model/text/missing_marker.h"

namespace muster::api {

namespace field = model::field;

namespace {

// Whether the one says a sex or a date of birth that the other does not, or a more exact date.
bool SaysMore(model::Symbol sex, const model::Interval& birth, model::Symbol known_sex, const model::Interval& known) {
  if (sex != model::kNoSymbol && known_sex == model::kNoSymbol) return true;
  return !birth.empty() && (known.empty() || birth.low > known.low || birth.high < known.high);
}

}  // namespace

std::string PersonIds::WhyDifferent(const First& first, const First& here, const model::Dictionary& dictionary,
                                    bool* two_persons) {
  const bool same_dataset = first.dataset == here.dataset;
  const bool other_sex = first.sex != model::kNoSymbol && here.sex != model::kNoSymbol && first.sex != here.sex;
  const bool other_birth = !first.birth.empty() && !here.birth.empty() &&
                           (first.birth.high < here.birth.low || here.birth.high < first.birth.low);
  *two_persons = same_dataset ? other_sex || other_birth : other_sex && other_birth;
  if (!other_sex && !other_birth) return "";
  std::string why = absl::StrCat(first.id, same_dataset ? "" : absl::StrCat(" of dataset ", first.dataset), ", too: ");
  const auto add = [&](model::FieldId id, const model::Value& one, const model::Value& other) {
    absl::StrAppend(&why, why.ends_with(": ") ? "" : "; ", model::Show({id, one, other}, dictionary));
  };
  if (other_sex) add(field::kSex, first.sex, here.sex);
  if (other_birth) {
    add(field::kBirth, model::TimeValue{{}, first.birth}, model::TimeValue{{}, here.birth});
  }
  return why;
}

absl::StatusOr<std::string> PersonIds::CompareWithEarlier(model::Symbol person, const First& here,
                                                          const index::CatalogueWriter& writer, bool* two_persons) {
  *two_persons = false;
  std::string different;
  const model::Dictionary& dictionary = *writer.dictionary();
  const auto had = earlier_.Find(person);
  if (!had.ok()) return had.status();
  for (const EarlierPersons::Individual& individual : *had) {
    First first;
    if (individual.sex != model::kNoSymbol && !model::IsNullFlavour(dictionary.Text(individual.sex))) {
      first.sex = individual.sex;
    }
    first.birth = individual.birth;
    bool contradicts = false;
    first.dataset = here.dataset;  // not known yet: treated as the same dataset, where less is a contradiction
    if (WhyDifferent(first, here, dictionary, &contradicts).empty()) continue;
    const auto name = earlier_.NameOf(individual);
    if (!name.ok()) return name.status();
    const bool is_replaced = name->dataset == here.dataset && name->id == here.id;  // by the record at hand
    if (is_replaced || writer.IsReplaced(earlier_.LocationOf(individual))) continue;
    first.dataset = name->dataset;
    first.id = name->id;
    std::string why = WhyDifferent(first, here, dictionary, &contradicts);
    if (contradicts) {
      *two_persons = true;
      return why;
    }
    if (different.empty()) different = std::move(why);
  }
  return different;
}

void PersonIds::CountDifferent(model::Symbol person, const std::string& why, const model::Dictionary& dictionary) {
  if (different_++ > 0) return;
  example_ = absl::StrCat("\"", std::string(dictionary.Text(person)), "\" is the person id of ", why);
}

absl::StatusOr<std::string> PersonIds::TakeContradicting(model::Record& record, const index::CatalogueWriter& writer) {
  model::Row& self = record.rows[0];
  const model::Value* value = self.Find(field::kPerson);
  if (value == nullptr) return "";
  const model::Dictionary& dictionary = *writer.dictionary();
  const auto person = std::get<model::Symbol>(*value);
  First here;
  here.dataset = record.dataset;
  here.id = record.id;
  if (const model::Value* sex = self.Find(field::kSex)) {
    const auto symbol = std::get<model::Symbol>(*sex);
    if (!model::IsNullFlavour(dictionary.Text(symbol))) here.sex = symbol;
  }
  if (const model::Value* birth = self.Find(field::kBirth)) here.birth = std::get<model::TimeValue>(*birth).date;

  std::string why;
  bool two_persons = false;
  const auto found = first_.find(person);
  if (found == first_.end()) {
    if (person < symbols_before_) {
      auto compared = CompareWithEarlier(person, here, writer, &two_persons);
      if (!compared.ok()) return compared.status();
      why = *std::move(compared);
    }
    if (!two_persons) first_.emplace(person, here);
  } else {
    First& first = found->second;
    if (first.dataset == here.dataset && first.id == here.id) return "";
    why = WhyDifferent(first, here, dictionary, &two_persons);
    if (why.empty()) {
      // With individuals of before only what the first said was compared.
      if (person < symbols_before_ && SaysMore(here.sex, here.birth, first.sex, first.birth)) {
        auto compared = CompareWithEarlier(person, here, writer, &two_persons);
        if (!compared.ok()) return compared.status();
        why = *std::move(compared);
      }
      if (!two_persons && first.sex == model::kNoSymbol) first.sex = here.sex;
      if (!two_persons && first.birth.empty()) first.birth = here.birth;
    }
  }
  if (!why.empty() && !two_persons) CountDifferent(person, absl::StrCat(here.id, " and of ", why), dictionary);
  if (!two_persons) return "";
  std::erase_if(self.values, [](const model::FieldValue& held) { return held.field == field::kPerson; });
  return absl::StrCat("\"", std::string(dictionary.Text(person)), "\" is the person id of ", why);
}

absl::Status PersonIds::FindAlike(const index::CatalogueWriter& writer, uint64_t* count, std::string* example) {
  constexpr size_t kFew = 50;  // each has dozens of spellings
  const model::Dictionary& dictionary = *writer.dictionary();
  HashSet<model::Symbol> alike;
  const auto note = [&](model::Symbol here, model::Symbol before) {
    if (!alike.insert(here).second || !example->empty()) return;
    *example =
        absl::StrCat("the person ids \"", std::string(dictionary.Text(here).substr(0, 100)), "\" of this import and \"",
                     std::string(dictionary.Text(before).substr(0, 100)), "\" of an earlier one are two persons");
  };
  if (first_.size() <= kFew) {
    for (const auto& [person, first] : first_) {
      for (const std::string& spelling : model::AlikeSpellings(dictionary.Text(person))) {
        const std::optional<model::Symbol> other = dictionary.Find(spelling);
        if (!other || *other >= symbols_before_ || first_.contains(*other)) continue;
        const auto had = earlier_.Find(*other);
        if (!had.ok()) return had.status();
        const bool still = std::any_of(had->begin(), had->end(), [&](const EarlierPersons::Individual& individual) {
          return !writer.IsReplaced(earlier_.LocationOf(individual));
        });
        if (still) note(person, *other);
      }
    }
  } else {
    HashMap<uint64_t, model::Symbol> by_key;
    for (const auto& [person, first] : first_) {
      if (absl::Status check = CheckStopSampled(); !check.ok()) return check;
      by_key.emplace(absl::HashOf(model::AlikeKey(dictionary.Text(person))), person);
    }
    absl::Status status = earlier_.ForEach([&](model::Symbol before, const storage::Location& where) {
      if (first_.contains(before)) return;
      const auto here = by_key.find(absl::HashOf(model::AlikeKey(dictionary.Text(before))));
      if (here != by_key.end() && !writer.IsReplaced(where)) note(here->second, before);
    });
    if (!status.ok()) return status;
  }
  *count = alike.size();
  return absl::OkStatus();
}

absl::Status PersonIds::AddRemarks(const index::CatalogueWriter& writer, ImportReport* report) {
  if (first_.empty()) return absl::OkStatus();
  AddRemark(model::kPersonIdDiffers,
            "find out which is right; if they are two persons, give them person ids that differ: distinct individuals "
            "counts them once",
            different_, example_, report);
  uint64_t alike = 0;
  std::string example;
  if (absl::Status found = FindAlike(writer, &alike, &example); !found.ok()) return found;
  AddRemark(model::kPersonIdAlikeEarlier,
            "nothing, if they are two persons; else write them alike in all datasets: distinct individuals counts both",
            alike, example, report);
  return absl::OkStatus();
}

}  // namespace muster::api
