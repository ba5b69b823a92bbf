#include "engine/api/imports/person_ids.h"

#include <algorithm>
#include <variant>

#include "absl/strings/str_cat.h"
#include "engine/model/record/unite.h"
#include "engine/model/text/missing_marker.h"

namespace muster::api {

std::string PersonIds::TakeContradicting(model::Record& record, const model::Dictionary& dictionary) {
  namespace field = model::field;
  model::Row& self = record.rows[0];
  const model::Value* person = self.Find(field::kPerson);
  if (person == nullptr) return "";
  First here;
  here.dataset = record.dataset;
  here.id = record.id;
  if (const model::Value* sex = self.Find(field::kSex)) {
    const auto symbol = std::get<model::Symbol>(*sex);
    if (!model::IsNullFlavour(dictionary.Text(symbol))) here.sex = symbol;
  }
  if (const model::Value* birth = self.Find(field::kBirth)) here.birth = std::get<model::TimeValue>(*birth).date;

  const auto person_symbol = std::get<model::Symbol>(*person);
  const auto [found, is_new] = first_.emplace(person_symbol, here);
  First& first = found->second;
  const bool same_dataset = first.dataset == here.dataset;
  if (is_new || (same_dataset && first.id == here.id)) return "";
  const bool other_sex = first.sex != model::kNoSymbol && here.sex != model::kNoSymbol && first.sex != here.sex;
  const bool other_birth = !first.birth.empty() && !here.birth.empty() &&
                           (first.birth.high < here.birth.low || here.birth.high < first.birth.low);
  if (same_dataset ? !other_sex && !other_birth : !other_sex || !other_birth) {
    if (first.sex == model::kNoSymbol) first.sex = here.sex;
    if (first.birth.empty()) first.birth = here.birth;
    return "";
  }
  std::string why = absl::StrCat("\"", std::string(dictionary.Text(person_symbol)), "\" is the person id of ", first.id,
                                 same_dataset ? "" : absl::StrCat(" of dataset ", first.dataset), ", too: ");
  const auto add = [&](model::FieldId id, const model::Value& one, const model::Value& other) {
    absl::StrAppend(&why, why.ends_with(": ") ? "" : "; ", model::Show({id, one, other}, dictionary));
  };
  if (other_sex) add(field::kSex, first.sex, here.sex);
  if (other_birth) {
    add(field::kBirth, model::TimeValue{{}, first.birth}, model::TimeValue{{}, here.birth});
  }
  std::erase_if(self.values, [](const model::FieldValue& value) { return value.field == field::kPerson; });
  return why;
}

}  // namespace muster::api
