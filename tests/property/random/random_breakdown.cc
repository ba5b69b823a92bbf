// The `by` of a random query.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tests/property/naive/naive_relation.h"
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
  if (random_.Chance(60)) absl::StrAppend(&text, ", \"the other\" = ", all[random_.Chance(30) ? 0 : first]);
  return text + ")";
}

std::string QueryGenerator::Bands(FieldId field) {
  if (model::Info(field).kind == model::Kind::kTime) {
    constexpr const char* kBands[] = {
        "of 10 years",   "of 5 years",        "of 30 years",     "of 18 months", "of 52 weeks",
        "at 18, 40, 65", "at 0, 1, 16 years", "at 28, 52 weeks", "at 18 months", "at 2, 5, 10, 20, 30, 50"};
    return kBands[random_.Below(std::size(kBands))];
  }
  std::string unit;
  if (CompanionUnit(field)) {
    if (seen_[field].empty()) return "";
    const std::vector<std::string> units = UnitsFor(field, random_.Pick(seen_[field]));
    if (units.empty()) return "";
    unit = " " + Quoted(random_.Pick(units));
  }
  constexpr const char* kBands[] = {"of 5",   "of 10",  "of 100",      "of 50",
                                    "of 2.5", "of 0.1", "at 1, 5, 50", "at 0.5, 30"};
  return kBands[random_.Below(std::size(kBands))] + unit;
}

std::string QueryGenerator::DimensionOf(model::Entity counted) {
  // Where someone's birth has no bounds, whether the age is uncertain may be seen otherwise.
  const bool bounded =
      std::all_of(seen_[model::field::kBirth].begin(), seen_[model::field::kBirth].end(), [](const Seen& seen) {
        const model::Interval birth = std::get<model::TimeValue>(*seen.value).date;
        return birth.low > model::kBeginning && birth.high < model::kEnd;
      });
  if (bounded && random_.Chance(8)) {
    constexpr const char* kBands[] = {"of 10 years", "of 10 years", "of 18 months", "at 18, 40, 65", "at 6, 18 months"};
    return absl::StrCat(Name({"age"}), " as of ", FullDate(random_.Between(11000, 19700)), " in bands ",
                        kBands[random_.Below(std::size(kBands))]);
  }
  if (random_.Chance(8)) {
    const model::Entity entity = SomeEntity();
    if (entity == counted || !model::IsAncestorOrSelf(counted, entity)) return "";
    constexpr const char* kBands[] = {"", "", " in bands of 2", " in bands at 1, 3"};
    const std::string excluded = model::Info(entity).polar && random_.Chance(30) ? "excluded " : "";
    return absl::StrCat(excluded, "number of ", random_.Pick(NamesOf(entity)), kBands[random_.Below(4)]);
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
  if (form == 2 && random_.Chance(30)) name = absl::StrCat(name, " of ", random_.Pick(NamesOf(owner.entity)));
  const bool time = model::Info(field).kind == model::Kind::kTime;
  if (time && random_.Chance(30) && ResolveTime(counted, name) == field && IsWritable(name)) {
    return absl::StrCat(random_.Chance(60) ? "year of " : "month of ", name);
  }
  if (ResolveDimension(counted, name) != field || !IsWritable(name)) return "";
  const bool below = !model::IsAncestorOrSelf(owner.entity, counted);
  std::string before;
  if (below && owner.polar && random_.Chance(25)) before = random_.Chance(70) ? "excluded " : "observed ";
  if (below && form != 3 && MomentOf(owner.entity) && random_.Chance(12)) {
    name = (random_.Chance(50) ? "first " : "last ") + name;
  }
  name = before + Name({name});
  if (below && owner.primary >= 0 && random_.Chance(10) && !seen_[static_cast<FieldId>(owner.primary)].empty()) {
    const std::string term = Term(random_.Pick(seen_[static_cast<FieldId>(owner.primary)]));
    if (!term.empty()) absl::StrAppend(&name, " ", term);
  }
  switch (model::Info(field).kind) {
    case model::Kind::kCode:
    case model::Kind::kKeyword:
      return name + (random_.Chance(15) ? Groups(field) : "");
    case model::Kind::kNumber:
    case model::Kind::kTime: {
      const bool terms = model::Info(field).kind == model::Kind::kTime && form == 3 && random_.Chance(40);
      if (terms && ResolveDimension(counted, name.substr(before.size())) == field) return name + " term";
      const std::string bands = field == model::field::kBirth ? "" : Bands(field);
      return bands.empty() ? "" : absl::StrCat(name, " in bands ", bands);
    }
    case model::Kind::kText:
      break;
  }
  return "";
}

}  // namespace muster::property
