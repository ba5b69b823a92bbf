// The `by` of a random query.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tests/property/naive/names.h"
#include "tests/property/random/random_literal.h"
#include "tests/property/random/random_query.h"

namespace muster::property {

using model::FieldId;

std::string QueryGenerator::By(model::Entity counted) {
  std::vector<std::string> dimensions;
  const size_t wanted = 1 + random_.Below(random_.Chance(15) ? 3 : 2);
  for (size_t attempt = 0; attempt < 30 && dimensions.size() < wanted; ++attempt) {
    std::string dimension = DimensionOf(counted);
    if (!dimension.empty()) dimensions.push_back(std::move(dimension));
  }
  if (dimensions.empty()) return "";
  if (random_.Chance(25)) {
    std::string& chosen = dimensions[random_.Below(dimensions.size())];
    absl::StrAppend(&chosen, " top ", 1 + random_.Below(3));
  }
  return absl::StrCat(" ", Keyword("by"), " ", absl::StrJoin(dimensions, ", "));
}

// One or two groups of values that some row has.
std::string QueryGenerator::Groups(FieldId field) {
  std::set<std::string> values;
  for (const Seen& seen : seen_[field]) {
    const model::Symbol symbol = std::get<model::Symbol>(*seen.value);
    const bool keyword = model::Info(field).kind == model::Kind::kKeyword;
    const std::string text(keyword ? world_.dictionary.Label(symbol) : world_.dictionary.Text(symbol));
    if (keyword) {
      values.insert(Quoted(text));
    } else if (text.find(':') != std::string::npos && !meaning_.FindCode(text).empty() &&
               meaning_.NodesOf(text).size() == 1 && meaning_.TermOf(*meaning_.NodesOf(text).begin()).id == text) {
      values.insert("exactly " + text);
    }
  }
  if (values.size() < 2 || model::Info(field).kind == model::Kind::kTime) return "";
  const std::vector<std::string> all(values.begin(), values.end());
  const size_t first = 1 + random_.Below(std::min<size_t>(3, all.size() - 1));
  std::string text = absl::StrCat(" in groups (one = (",
                                  absl::StrJoin(all.begin(), all.begin() + static_cast<ptrdiff_t>(first), ", "), ")");
  // What is equivalent to two codes would be in two groups.
  const bool keyword = model::Info(field).kind == model::Kind::kKeyword;
  if (keyword && random_.Chance(60)) absl::StrAppend(&text, ", \"the other\" = ", all[first]);
  return text + ")";
}

std::string QueryGenerator::DimensionOf(model::Entity counted) {
  // Where someone's birth has no bounds, whether the age is uncertain may be seen otherwise.
  const bool bounded =
      std::all_of(seen_[model::field::kBirth].begin(), seen_[model::field::kBirth].end(), [](const Seen& seen) {
        const model::Interval birth = std::get<model::TimeValue>(*seen.value).date;
        return birth.low > model::kBeginning && birth.high < model::kEnd;
      });
  if (bounded && random_.Chance(8)) {
    return absl::StrCat(Name({"age"}), " as of ", FullDate(random_.Between(11000, 19700)), " in bands of ",
                        random_.Chance(70) ? "10 years" : "18 months");
  }
  std::vector<FieldId> fields;
  for (const auto& [field, seen] : seen_) {
    if (OnOneLine(counted, model::Info(field).entity)) fields.push_back(field);
  }
  if (fields.empty()) return "";
  const FieldId field = random_.Pick(fields);
  const model::EntityInfo& owner = model::Info(model::Info(field).entity);
  std::string name = random_.Pick(NamesOf(field));
  const size_t form = random_.Below(4);
  if (form == 0) name = absl::StrCat(random_.Pick(NamesOf(owner.entity)), " ", name);
  if (form == 1 && owner.primary == field) name = random_.Pick(NamesOf(owner.entity));
  if (ResolveDimension(counted, name) != field || !IsWritable(name)) return "";
  switch (model::Info(field).kind) {
    case model::Kind::kCode:
    case model::Kind::kKeyword:
      return Name({name}) + (random_.Chance(15) ? Groups(field) : "");
    case model::Kind::kNumber: {
      if (CompanionUnit(field)) return "";
      constexpr const char* kBands[] = {"5", "10", "100", "50", "2.5"};
      return absl::StrCat(Name({name}), " in bands of ", kBands[random_.Below(5)]);
    }
    case model::Kind::kTime: {
      if (field == model::field::kBirth) return "";
      constexpr const char* kBands[] = {"10 years", "5 years", "30 years", "18 months", "52 weeks"};
      return absl::StrCat(Name({name}), " in bands of ", kBands[random_.Below(5)]);
    }
    case model::Kind::kText:
      break;
  }
  return "";
}

}  // namespace muster::property
