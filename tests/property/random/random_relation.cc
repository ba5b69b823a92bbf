// How times stand to each other, in a random query.
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "tests/property/naive/naive_relation.h"
#include "tests/property/naive/names.h"
#include "tests/property/random/random_literal.h"
#include "tests/property/random/random_query.h"

namespace muster::property {

using model::Entity;
using model::FieldId;

std::string QueryGenerator::TimeField(Entity space) {
  std::vector<FieldId> fields;
  for (Entity owner = space;; owner = model::Info(owner).parent) {
    for (const FieldId field : model::FieldsOf(owner)) {
      if (model::Info(field).kind == model::Kind::kTime) fields.push_back(field);
    }
    if (owner == Entity::kIndividual || random_.Chance(60)) break;
  }
  if (fields.empty()) return "";
  const FieldId field = random_.Pick(fields);
  const std::string name = random_.Pick(NamesOf(field));
  return IsWritable(name) && ResolveField(space, name) == field ? name : "";
}

std::string QueryGenerator::Moment(Entity space) {
  if (named_.empty() || random_.Chance(15)) return TimeField(space);
  const auto& [name, entity] = random_.Pick(named_);
  const std::string event = random_.Chance(90) ? name : absl::AsciiStrToUpper(name);
  if (MomentOf(entity) && random_.Chance(40)) return event;
  const std::string field = TimeField(entity);
  return field.empty() ? "" : absl::StrCat(event, ".", field);
}

std::string QueryGenerator::Distance() {
  constexpr const char* kDistances[] = {"1 day",          "0 days",     "28 days",  "30 days",   "1 month",
                                        "2 months",       "6 months",   "1 year",   "12 months", "1 month 2 days",
                                        "1 year 1 month", "P1M",        "P30D",     "P1Y",       "2 weeks",
                                        "400 days",       "1.5 months", "36 hours", "0 months",  "10 years"};
  return kDistances[random_.Below(std::size(kDistances))];
}

std::string QueryGenerator::Overlaps(Entity space) {
  std::vector<std::string> lasting;
  for (const auto& [name, entity] : named_) {
    if (EndOf(entity)) lasting.push_back(name);
  }
  if (lasting.empty()) return "";
  if (EndOf(space) && random_.Chance(60)) return absl::StrCat("overlaps ", random_.Pick(lasting));
  return absl::StrCat(random_.Pick(lasting), " overlaps ", random_.Pick(lasting));
}

std::string QueryGenerator::Relation(Entity space) {
  constexpr const char* kCertainty[] = {"possibly ", "certainly ", "possibly ", "", "", ""};
  const std::string certainty = kCertainty[random_.Below(std::size(kCertainty))];
  if (random_.Chance(20)) {
    const std::string overlaps = Overlaps(space);
    if (!overlaps.empty()) return absl::StrCat(certainty, overlaps);
  }
  if (std::string number = random_.Chance(15) ? NamedNumber(space) : ""; !number.empty()) return number;
  std::string of;
  Entity owner = space;
  if (!named_.empty() && random_.Chance(50)) {
    const auto& [name, entity] = random_.Pick(named_);
    of = absl::StrCat(name, ".");
    owner = entity;
    if (random_.Chance(20)) return Comparison(entity, of);
  }
  const std::string field = TimeField(owner);
  if (field.empty()) return "";
  const std::string left = absl::StrCat(certainty, of, Name({field}));
  // What is written behind the name of a row is about that row.
  const std::string moment = Moment(owner);
  constexpr const char* kOrder[] = {"before", "after", "<", ">", "<=", ">=", "=", "is"};
  const size_t form = random_.Below(10);
  if (form < 4) {
    // Behind `is` only a single word can stand.
    const size_t orders = moment.find_first_of(" .") == moment.npos ? 8 : 6;
    return moment.empty() ? "" : absl::StrCat(left, " ", kOrder[random_.Below(orders)], " ", moment);
  }
  if (form == 4) {
    const std::string other = Moment(owner);
    return moment.empty() || other.empty() ? "" : absl::StrCat(left, " between ", moment, " and ", other);
  }
  std::string point = moment;
  if (random_.Chance(20)) {
    const std::optional<FieldId> id = ResolveField(owner, field);
    if (!id || seen_[*id].empty()) return "";
    point = SomeTime(random_.Chance(60), seen_[*id]);
  }
  if (point.empty()) return "";
  constexpr const char* kDistance[] = {"within %s of", "within %s before", "within %s after", "at least %s before",
                                       "at least %s after"};
  std::string relation = kDistance[random_.Below(std::size(kDistance))];
  relation.replace(relation.find("%s"), 2, Distance());
  return absl::StrCat(left, " ", relation, " ", point);
}

std::string QueryGenerator::NamedNumber(Entity space) {
  std::vector<std::string> values;
  for (const auto& [name, entity] : named_) {
    if (entity == Entity::kMeasurement) values.push_back(absl::StrCat(name, ".value"));
  }
  if (values.empty() || (space != Entity::kMeasurement && values.size() < 2)) return "";
  constexpr const char* kOperators[] = {" < ", " <= ", " > ", " >= "};
  constexpr const char* kFactors[] = {"", "", "1.5 times ", "0.1 times ", "2 times "};
  const std::string left = space == Entity::kMeasurement ? "value" : random_.Pick(values);
  return absl::StrCat(left, kOperators[random_.Below(4)], kFactors[random_.Below(5)], random_.Pick(values));
}

std::string QueryGenerator::PairInTime(Entity space) {
  const Entity first = SomeEntity();
  const Entity second = SomeEntity();
  if (model::IsAncestorOrSelf(first, space) || model::IsAncestorOrSelf(second, space)) return "";
  const std::string name = absl::StrCat("e", ++names_);
  const auto named = std::exchange(named_, {});
  std::string others = random_.Chance(30) ? Comparison(second) : "";
  if (!others.empty()) others += " and ";
  named_.emplace_back(name, first);
  std::string times;
  for (int attempt = 0; attempt < 10 && times.find(name) == times.npos; ++attempt) times = Relation(second);
  named_ = named;
  if (times.find(name) == times.npos) return "";
  return absl::StrCat("has ", Name(NamesOf(first)), " as ", name, " and has ", Name(NamesOf(second)), " with (", others,
                      times, ")");
}

}  // namespace muster::property
