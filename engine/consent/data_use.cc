#include "engine/consent/data_use.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/consent/places.h"

namespace muster::consent {
namespace {

using Study = Purpose::Study;
using User = Purpose::User;

enum class Meaning {
  kNoRestriction,
  kGeneral,
  kGeneralAndCare,
  kResearchOnly,
  kHealth,
  kDisease,
  kAncestryOnly,
  kClinicalCare,
  kNotCommercial,
  kNoAncestry,
  kNoMethods,
  kGeographic,
  kObligation,
};

struct Term {
  std::string_view code;
  std::string_view label;
  Meaning meaning;
};

// The permissions and modifiers of DUO 2021-02-23, by id. Those that a query cannot decide are obligations.
constexpr Term kTerms[] = {
    {"DUO:0000004", "no restriction", Meaning::kNoRestriction},
    {"DUO:0000042", "general research use", Meaning::kGeneral},
    {"DUO:0000006", "health or medical or biomedical research", Meaning::kHealth},
    {"DUO:0000007", "disease specific research", Meaning::kDisease},
    {"DUO:0000011", "population origins or ancestry research only", Meaning::kAncestryOnly},
    {"DUO:0000043", "clinical care use", Meaning::kClinicalCare},
    {"DUO:0000018", "not for profit, non commercial use only", Meaning::kNotCommercial},
    {"DUO:0000045", "not for profit organisation use only", Meaning::kNotCommercial},
    {"DUO:0000046", "non-commercial use only", Meaning::kNotCommercial},
    {"DUO:0000044", "population origins or ancestry research prohibited", Meaning::kNoAncestry},
    {"DUO:0000015", "no general methods research", Meaning::kNoMethods},
    {"DUO:0000022", "geographical restriction", Meaning::kGeographic},
    {"DUO:0000005", "general research use and clinical care", Meaning::kGeneralAndCare},  // retired
    {"DUO:0000014", "research use only", Meaning::kResearchOnly},                         // retired
    {"DUO:0000012", "research specific restrictions", Meaning::kObligation},
    {"DUO:0000016", "genetic studies only", Meaning::kObligation},
    {"DUO:0000019", "publication required", Meaning::kObligation},
    {"DUO:0000020", "collaboration required", Meaning::kObligation},
    {"DUO:0000021", "ethics approval required", Meaning::kObligation},
    {"DUO:0000024", "publication moratorium", Meaning::kObligation},
    {"DUO:0000025", "time limit on use", Meaning::kObligation},
    {"DUO:0000026", "user specific restriction", Meaning::kObligation},
    {"DUO:0000027", "project specific restriction", Meaning::kObligation},
    {"DUO:0000028", "institution specific restriction", Meaning::kObligation},
    {"DUO:0000029", "return to database or resource", Meaning::kObligation},
};

constexpr std::pair<std::string_view, Study> kStudies[] = {
    {"general research", Study::kGeneral},     {"research", Study::kGeneral},
    {"health research", Study::kHealth},       {"medical research", Study::kHealth},
    {"biomedical research", Study::kHealth},   {"ancestry research", Study::kAncestry},
    {"population research", Study::kAncestry}, {"methods development", Study::kMethods},
    {"method development", Study::kMethods},   {"clinical care", Study::kClinicalCare},
};

std::string Name(const model::DataUse& use, std::string_view label) {
  std::string name = use.use.code + " " + (label.empty() ? use.use.label : std::string(label));
  std::string details;
  for (const model::CodeAndLabel& modifier : use.modifiers) {
    details += (details.empty() ? "" : ", ") + modifier.code + (modifier.label.empty() ? "" : " " + modifier.label);
  }
  return details.empty() ? name : name + " (" + details + ")";
}

class Judgement {
 public:
  Judgement(const Purpose& purpose, const ontology::Terminology& terminology)
      : purpose_(purpose), terminology_(terminology) {}

  void Add(const model::DataUse& use) {
    const auto term =
        std::find_if(std::begin(kTerms), std::end(kTerms), [&](const Term& t) { return t.code == use.use.code; });
    if (term == std::end(kTerms)) return Unknown(use);
    const std::string name = Name(use, term->label);
    const Study study = purpose_.study;
    switch (term->meaning) {
      case Meaning::kNoRestriction:
        return Permission(true, name);
      case Meaning::kGeneral:
        return Permission(study != Study::kClinicalCare, name);
      case Meaning::kGeneralAndCare:
        return Permission(true, name);
      case Meaning::kResearchOnly:
        if (study == Study::kClinicalCare) Forbid(name);
        return;
      case Meaning::kHealth:
        return Permission(study == Study::kHealth || study == Study::kDisease || study == Study::kMethods, name);
      case Meaning::kDisease:
        return Permission(study == Study::kDisease && Covers(use.modifiers), name);
      case Meaning::kAncestryOnly:
        return Permission(study == Study::kAncestry, name);
      case Meaning::kClinicalCare:
        return Permission(study == Study::kClinicalCare, name);
      case Meaning::kNotCommercial:
        if (purpose_.user == User::kCommercial) Forbid(name);
        if (purpose_.user == User::kAny) verdict_.obligations.push_back(name);
        return;
      case Meaning::kNoAncestry:
        if (study == Study::kAncestry) Forbid(name);
        return;
      case Meaning::kNoMethods:
        if (study == Study::kMethods) Forbid(name);
        return;
      case Meaning::kGeographic:
        return Place(use, name);
      case Meaning::kObligation:
        return verdict_.obligations.push_back(name);
    }
  }

  // DUO calls most of its conditions modifiers, so that sources write them as modifiers of a permission. A permission
  // that stands there permits nothing.
  void AddConditionsAmong(const std::vector<model::CodeAndLabel>& modifiers) {
    for (const model::CodeAndLabel& modifier : modifiers) {
      if (modifier.code.starts_with("DUO:") && !IsPermission(modifier.code)) Add({modifier, "", {}});
    }
  }

  Verdict Take() {
    if (!permitted_ && !stated_) refused_.emplace_back("no permission is recorded");
    if (!permitted_) verdict_.reasons.insert(verdict_.reasons.begin(), refused_.begin(), refused_.end());
    verdict_.permitted = verdict_.reasons.empty();
    if (!verdict_.permitted) verdict_.obligations.clear();
    return std::move(verdict_);
  }

 private:
  void Permission(bool covers, const std::string& name) {
    stated_ = true;
    permitted_ = permitted_ || covers;
    if (!covers) refused_.push_back("only " + name);
  }

  void Forbid(const std::string& name) { verdict_.reasons.push_back(name); }

  // Terms of others are for people to judge. What should be one of DUO and is not may forbid what is asked for: it
  // never permits.
  void Unknown(const model::DataUse& use) {
    const bool other_vocabulary = use.use.code.find(':') != std::string::npos && !use.use.code.starts_with("DUO:");
    if (other_vocabulary) return verdict_.obligations.push_back(Name(use, ""));
    Forbid((use.use.code.empty() ? "a condition without id" : Name(use, "")) +
           (use.use.code.empty() && !use.use.label.empty() ? " " + use.use.label : "") +
           ", which is not known and might forbid it");
  }

  // Whether one of the diseases permitted is the study's, or above it.
  bool Covers(const std::vector<model::CodeAndLabel>& diseases) const {
    return std::any_of(diseases.begin(), diseases.end(), [&](const model::CodeAndLabel& disease) {
      return terminology_.IsAtOrBelow(purpose_.disease, terminology_.Find(disease.code));
    });
  }

  void Place(const model::DataUse& use, const std::string& name) {
    if (purpose_.country.empty()) return verdict_.obligations.push_back(name);
    if (use.modifiers.empty()) return Forbid(name + " to a place that is not named, and might forbid it");
    const auto is_in = [&](const std::string& place) {
      return Lower(place) == Lower(purpose_.country) || IsInPlace(purpose_.country, place);
    };
    // Where code and label name two places, both have to permit it.
    const auto same = [&](const model::CodeAndLabel& place) {
      if (IsKnownPlace(place.code) && IsKnownPlace(place.label)) return is_in(place.code) && is_in(place.label);
      return is_in(place.code) || is_in(place.label);
    };
    if (std::none_of(use.modifiers.begin(), use.modifiers.end(), same)) Forbid(name);
  }

  static std::string Lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
  }

  const Purpose& purpose_;
  const ontology::Terminology& terminology_;
  Verdict verdict_;
  bool stated_ = false;
  bool permitted_ = false;
  std::vector<std::string> refused_;  // permissions that do not cover the study
};

}  // namespace

std::optional<Study> FindStudy(const std::string& name) {
  for (const auto& [known, study] : kStudies) {
    if (known == name) return study;
  }
  return std::nullopt;
}

std::vector<std::string> StudyNames() {
  std::vector<std::string> names;
  for (const auto& [name, study] : kStudies) names.emplace_back(name);
  return names;
}

bool IsPermission(std::string_view code) {
  const auto term = std::find_if(std::begin(kTerms), std::end(kTerms), [&](const Term& t) { return t.code == code; });
  if (term == std::end(kTerms)) return false;
  switch (term->meaning) {
    case Meaning::kNoRestriction:
    case Meaning::kGeneral:
    case Meaning::kGeneralAndCare:
    case Meaning::kHealth:
    case Meaning::kDisease:
    case Meaning::kAncestryOnly:
    case Meaning::kClinicalCare:
      return true;
    default:
      return false;
  }
}

std::vector<std::string> PermissionsFor(const Purpose& purpose, const ontology::Terminology& terminology) {
  Purpose anybodys = purpose;
  anybodys.user = User::kAny;
  anybodys.country.clear();
  std::vector<std::string> permissions;
  for (const Term& term : kTerms) {
    const std::string code(term.code);
    if (IsPermission(code) && Judge({{{code, ""}, "", {}}}, anybodys, terminology).permitted)
      permissions.push_back(code);
  }
  return permissions;
}

Verdict Judge(const std::vector<model::DataUse>& uses, const Purpose& purpose,
              const ontology::Terminology& terminology) {
  Judgement judgement(purpose, terminology);
  for (const model::DataUse& use : uses) {
    judgement.Add(use);
    judgement.AddConditionsAmong(use.modifiers);
  }
  return judgement.Take();
}

}  // namespace muster::consent
