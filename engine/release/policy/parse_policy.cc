#include <algorithm>
#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "engine/release/policy/hidden_names.h"
#include "engine/release/policy/policy.h"

namespace muster::release {
namespace {

using Json = nlohmann::json;

constexpr size_t kMaxPolicyBytes = size_t{1} << 20;
constexpr int64_t kMaxNumber = 1'000'000'000;

// The first thing that is wrong, with its place. What comes after is read, but not told.
class PolicyErrors {
 public:
  void Add(const std::string& place, const std::string& what) {
    if (status_.ok())
      status_ = absl::InvalidArgumentError(absl::StrCat(place.empty() ? std::string("policy") : place, ": ", what));
  }
  bool ok() const { return status_.ok(); }
  const absl::Status& status() const { return status_; }

 private:
  absl::Status status_;
};

// A value, where it stands, and where to say what is wrong with it.
struct Given {
  const Json& value;
  std::string place;
  PolicyErrors& errors;

  Given Member(const std::string& name, const Json& of) const {
    return {of, place.empty() ? name : absl::StrCat(place, ".", name), errors};
  }
  void Wrong(const std::string& what) const { errors.Add(place, what); }
};

void ReadInteger(const Given& given, int64_t least, int64_t most, int64_t* number) {
  if (!given.value.is_number_integer()) return given.Wrong("a whole number is wanted");
  const bool too_large = given.value.is_number_unsigned() && given.value.get<uint64_t>() > static_cast<uint64_t>(most);
  const int64_t value = too_large ? most : given.value.get<int64_t>();
  if (too_large || value < least || value > most) {
    return given.Wrong(absl::StrCat("from ", least, " to ", most, " is allowed, not ", given.value.dump()));
  }
  *number = value;
}

void ReadInteger(const Given& given, int64_t least, int64_t most, uint32_t* number) {
  int64_t wide = *number;
  ReadInteger(given, least, most, &wide);
  *number = static_cast<uint32_t>(wide);
}

void ReadBool(const Given& given, bool* flag) {
  if (!given.value.is_boolean()) return given.Wrong("true or false is wanted");
  *flag = given.value.get<bool>();
}

void ReadVariance(const Given& given, MicroVariance* variance) {
  if (!given.value.is_number()) return given.Wrong("a number is wanted");
  const double people = given.value.get<double>();
  const auto most = static_cast<double>(kMaxVariance / kVarianceOne);
  if (!(people >= 0) || people > most || (people > 0 && people < 0.1)) {
    return given.Wrong(absl::StrCat("0, or from 0.1 to ", most, " is allowed, not ", given.value.dump()));
  }
  *variance = std::llround(people * static_cast<double>(kVarianceOne));
}

template <typename E>
void ReadWord(const Given& given, std::initializer_list<std::pair<std::string_view, E>> words, E* value) {
  std::string known;
  for (const auto& [word, meaning] : words) {
    if (given.value.is_string() && given.value.get_ref<const std::string&>() == word) {
      *value = meaning;
      return;
    }
    absl::StrAppend(&known, known.empty() ? "\"" : ", \"", std::string(word), "\"");
  }
  given.Wrong(absl::StrCat("one of ", known, " is wanted"));
}

// Reads each member of an object with the reader of its name.
using Readers = std::vector<std::pair<std::string_view, std::function<void(const Given&)>>>;

void ReadObject(const Given& given, const Readers& readers) {
  if (!given.value.is_object()) return given.Wrong("an object {...} is wanted");
  for (const auto& [name, value] : given.value.items()) {
    const Given member = given.Member(name, value);
    const auto reader =
        std::find_if(readers.begin(), readers.end(), [&, n = &name](const auto& r) { return r.first == *n; });
    if (reader != readers.end()) {
      reader->second(member);
      continue;
    }
    std::string known;
    for (const auto& [other, read] : readers) absl::StrAppend(&known, known.empty() ? "" : ", ", std::string(other));
    member.Wrong(absl::StrCat("there is no such member; there are ", known));
  }
}

// The names of an object's members are the user's own.
void ReadNamed(const Given& given, const std::function<void(const std::string&, const Given&)>& read) {
  if (!given.value.is_object()) return given.Wrong("an object {...} is wanted");
  for (const auto& [name, value] : given.value.items()) {
    const Given member = given.Member(name, value);
    if (name.empty() || name.size() > 200) member.Wrong("a name of 1 to 200 bytes is wanted");
    read(name, member);
  }
}

void ReadHiddenName(const Given& given, HiddenNames* hidden) {
  if (!given.value.is_string()) return given.Wrong("a name of an entity or a field is wanted");
  const auto& name = given.value.get_ref<const std::string&>();
  if (Hide(name, hidden)) return;
  given.Wrong(absl::StrCat("there is no entity or field '", name,
                           "' that can be hidden; write \"variant\", \"birth date\", \"sample tissue\""));
}

void ReadHiddenNames(const Given& given, HiddenNames* hidden) {
  if (!given.value.is_array()) return given.Wrong("a list [...] of names is wanted");
  *hidden = {};
  size_t i = 0;
  for (const Json& name : given.value)
    ReadHiddenName({name, absl::StrCat(given.place, "[", i++, "]"), given.errors}, hidden);
}

// null: without a limit.
void ReadOptional(const Given& given, int64_t least, int64_t most, std::optional<int64_t>* number) {
  if (given.value.is_null()) {
    number->reset();
    return;
  }
  int64_t value = 0;
  ReadInteger(given, least, most, &value);
  *number = value;
}

Readers ProtectionReaders(Protection* p) {
  return {{"people", [p](const Given& g) { ReadInteger(g, 3, kMaxNumber, &p->people); }},
          {"shown_from", [p](const Given& g) { ReadInteger(g, 3, kMaxNumber, &p->shown_from); }},
          {"variance", [p](const Given& g) { ReadVariance(g, &p->variance); }},
          {"round", [p](const Given& g) { ReadInteger(g, 1, 1'000'000, &p->round); }}};
}

Readers BudgetReaders(BudgetLimits* a) {
  return {{"units", [a](const Given& g) { ReadInteger(g, 1, kMaxNumber, &a->units); }},
          {"units_name", [a](const Given& g) { ReadOptional(g, 1, kMaxNumber, &a->units_name); }},
          {"window_days", [a](const Given& g) { ReadInteger(g, 1, 365, &a->window_days); }},
          {"units_year", [a](const Given& g) { ReadOptional(g, 1, kMaxNumber, &a->units_year); }},
          {"units_tier", [a](const Given& g) { ReadOptional(g, 1, kMaxNumber, &a->units_tier); }},
          {"near", [a](const Given& g) { ReadInteger(g, 1, kMaxNumber, &a->near); }},
          {"per_minute", [a](const Given& g) { ReadInteger(g, 1, kMaxNumber, &a->per_minute); }},
          {"suspend", [a](const Given& g) { ReadBool(g, &a->suspend); }}};
}

Readers LimitReaders(TierLimits* l) {
  const auto read_digits = [l](const Given& g) {
    uint32_t digits = 0;
    if (g.value.is_null()) return l->digits.reset();
    ReadInteger(g, 1, 17, &digits);
    l->digits = digits;
  };
  return {{"criteria", [l](const Given& g) { ReadInteger(g, 1, 1000, &l->criteria); }},
          {"or_operands", [l](const Given& g) { ReadInteger(g, 1, 1000, &l->or_operands); }},
          {"dimensions", [l](const Given& g) { ReadInteger(g, 0, 8, &l->dimensions); }},
          {"cells",
           [l](const Given& g) {
             int64_t cells = 0;
             ReadInteger(g, 1, 100'000, &cells);
             l->cells = static_cast<uint64_t>(cells);
           }},
          {"values", [l](const Given& g) { ReadInteger(g, 1, 1000, &l->values); }},
          {"ages",
           [l](const Given& g) {
             ReadWord<AgeFineness>(
                 g,
                 {{"any", AgeFineness::kAny}, {"years", AgeFineness::kYears}, {"five years", AgeFineness::kFiveYears}},
                 &l->ages);
           }},
          {"dates",
           [l](const Given& g) {
             ReadWord<DateFineness>(
                 g, {{"day", DateFineness::kDay}, {"month", DateFineness::kMonth}, {"year", DateFineness::kYear}},
                 &l->dates);
           }},
          {"digits", read_digits},
          {"hidden_fields", [l](const Given& g) { ReadHiddenNames(g, &l->hidden); }},
          {"funnel", [l](const Given& g) { ReadBool(g, &l->funnel); }},
          {"impact",
           [l](const Given& g) {
             ReadWord<ImpactAllowed>(
                 g, {{"no", ImpactAllowed::kNo}, {"single", ImpactAllowed::kSingle}, {"pairs", ImpactAllowed::kPairs}},
                 &l->impact);
           }},
          {"cohorts", [l](const Given& g) { ReadBool(g, &l->cohorts); }},
          {"labels",
           [l](const Given& g) {
             ReadWord<bool>(g, {{"ontologies", false}, {"records", true}}, &l->labels_of_records);
           }},
          {"older_ontologies", [l](const Given& g) { ReadBool(g, &l->older_ontologies); }}};
}

Readers TierReaders(Tier* t) {
  Readers readers = ProtectionReaders(&t->protection);
  for (Readers more : {BudgetReaders(&t->budget), LimitReaders(&t->limits)}) {
    readers.insert(readers.end(), more.begin(), more.end());
  }
  readers.push_back({"preset", [](const Given&) {}});  // read before the others
  readers.push_back({"drift", [t](const Given& g) { ReadInteger(g, 1, kMaxNumber, &t->drift); }});
  readers.push_back({"flatten", [t](const Given& g) { ReadInteger(g, 1, 1000, &t->flatten); }});
  readers.push_back({"timing", [t](const Given& g) { ReadInteger(g, 0, 10'000, &t->timing); }});
  readers.push_back({"accept_no_noise", [t](const Given& g) { ReadBool(g, &t->accept_no_noise); }});
  readers.push_back({"sites", [t](const Given& g) {
                       ReadObject(
                           g, {{"count", [t](const Given& m) { ReadInteger(m, 1, 1000, &t->sites.count); }},
                               {"each", [t](const Given& m) { ReadInteger(m, 1, kMaxNumber, &t->sites.each); }},
                               {"max_share", [t](const Given& m) { ReadInteger(m, 1, 100, &t->sites.max_share); }}});
                     }});
  return readers;
}

void ReadTier(const std::string& name, const Given& given, Policy* policy) {
  if (!given.value.is_object()) return given.Wrong("an object {...} is wanted");
  const auto preset = given.value.find("preset");
  if (preset == given.value.end() || !preset->is_string()) {
    return given.Member("preset", given.value).Wrong(absl::StrCat("a tier has a preset, one of ", PresetNames()));
  }
  std::optional<Tier> tier = PresetTier(preset->get_ref<const std::string&>());
  if (!tier.has_value()) {
    return given.Member("preset", *preset)
        .Wrong(absl::StrCat("there is no preset ", preset->dump(), "; there are ", PresetNames()));
  }
  tier->name = name;
  ReadObject(given, TierReaders(&*tier));
  const Protection& protection = tier->protection;
  // Where the threshold or the noise is raised, what depends on them follows, unless it is given.
  if (!given.value.contains("drift")) tier->drift = 2 * protection.people;
  const double deviation = std::sqrt(static_cast<double>(protection.variance) / static_cast<double>(kVarianceOne));
  const int64_t follows = protection.people + static_cast<int64_t>(std::ceil(2 * deviation));
  if (!given.value.contains("shown_from")) {
    tier->protection.shown_from = std::max(protection.shown_from, follows);
  } else if (protection.shown_from < protection.people) {
    given.Member("shown_from", given.value).Wrong(absl::StrCat("at least people, ", protection.people, ", is wanted"));
  }
  if (protection.variance < kVarianceOne && !tier->accept_no_noise) {
    given.Member("variance", given.value)
        .Wrong("below 1 there is hardly noise, and known attacks succeed: \"accept_no_noise\": true accepts that");
  }
  policy->tiers[name] = *std::move(tier);
}

void ReadDatasetRule(const Tier& tier, const Given& given, DatasetRule* rule) {
  rule->at_least = tier.protection;
  if (given.value == "hidden") {
    rule->hidden = true;
    return;
  }
  if (!given.value.is_object()) return given.Wrong("\"hidden\" or an object {...} is wanted");
  ReadObject(given, ProtectionReaders(&rule->at_least));
  const Protection& at_least = rule->at_least;
  const auto looser = [&](const std::string& name, int64_t value, int64_t of_tier) {
    if (value < of_tier) {
      given.Member(name, given.value).Wrong("a dataset can be stricter than its tier only, not looser");
    }
  };
  looser("people", at_least.people, tier.protection.people);
  looser("shown_from", at_least.shown_from, tier.protection.shown_from);
  looser("variance", at_least.variance, tier.protection.variance);
  looser("round", at_least.round, tier.protection.round);
  rule->at_least.shown_from = std::max(at_least.shown_from, at_least.people);
}

void ReadDataset(const std::string& name, const Given& given, Policy* policy) {
  ReadNamed(given, [&](const std::string& tier, const Given& rule) {
    const auto known = policy->tiers.find(tier);
    if (known == policy->tiers.end()) return rule.Wrong("the policy has no such tier");
    ReadDatasetRule(known->second, rule, &policy->datasets[name][tier]);
  });
}

void ReadEpoch(const Given& given, EpochRules* epoch) {
  ReadObject(given, {{"max_days", [&](const Given& g) { ReadInteger(g, 1, 3650, &epoch->max_days); }},
                     {"min_people", [&](const Given& g) { ReadInteger(g, 1, kMaxNumber, &epoch->min_people); }}});
}

void ReadLedger(const Given& given, LedgerRules* ledger) {
  ReadObject(given, {{"text_days", [&](const Given& g) { ReadInteger(g, 1, 36'500, &ledger->text_days); }},
                     {"durable", [&](const Given& g) {
                        ReadWord<bool>(g, {{"disk", true}, {"process", false}}, &ledger->disk);
                      }}});
}

// JSON, but for members that are written twice: of those a reader would take one, and hide the other.
absl::StatusOr<Json> ParseStrictly(std::string_view text) {
  if (text.size() > kMaxPolicyBytes) return absl::InvalidArgumentError("policy: it is longer than 1 MiB");
  std::vector<std::set<std::string>> members;
  std::string twice;
  const auto watch = [&](int /*depth*/, Json::parse_event_t event, Json& value) {
    if (event == Json::parse_event_t::object_start) members.emplace_back();
    if (event == Json::parse_event_t::object_end) members.pop_back();
    if (event == Json::parse_event_t::key && !members.back().insert(value.get<std::string>()).second && twice.empty()) {
      twice = value.get<std::string>();
    }
    return true;
  };
  try {
    Json json = Json::parse(text, watch);
    if (!twice.empty()) return absl::InvalidArgumentError(absl::StrCat("policy: \"", twice, "\" is written twice"));
    return json;
  } catch (const Json::exception& error) {
    std::string_view what = error.what();
    if (const size_t bracket = what.find("] "); bracket != what.npos) what.remove_prefix(bracket + 2);
    return absl::InvalidArgumentError(absl::StrCat("policy: it is no JSON: ", std::string(what)));
  }
}

}  // namespace

absl::StatusOr<Policy> ParsePolicy(std::string_view text) {
  const absl::StatusOr<Json> json = ParseStrictly(text);
  if (!json.ok()) return json.status();
  PolicyErrors errors;
  const Given whole{*json, "", errors};
  Policy policy;
  int64_t version = 0;
  const auto read_tiers = [&](const Given& g) {
    ReadNamed(g, [&](const std::string& name, const Given& tier) { ReadTier(name, tier, &policy); });
  };
  ReadObject(whole, {{"version", [&](const Given& g) { ReadInteger(g, 0, kMaxNumber, &version); }},
                     {"tiers", read_tiers},
                     {"datasets", [](const Given&) {}},  // read after the tiers
                     {"epoch", [&](const Given& g) { ReadEpoch(g, &policy.epoch); }},
                     {"ledger", [&](const Given& g) { ReadLedger(g, &policy.ledger); }}});
  if (errors.ok() && json->contains("datasets")) {
    ReadNamed(whole.Member("datasets", (*json)["datasets"]),
              [&](const std::string& name, const Given& dataset) { ReadDataset(name, dataset, &policy); });
  }
  if (policy.tiers.empty()) errors.Add("tiers", "a policy has one tier at least");
  if (!errors.ok()) return errors.status();
  policy.version = static_cast<uint64_t>(version);
  return policy;
}

}  // namespace muster::release
