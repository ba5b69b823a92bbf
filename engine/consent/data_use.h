// Whether data may be used for a study, after the Data Use Ontology (DUO, doi:10.1016/j.xgen.2021.100028).
#ifndef MUSTER_ENGINE_CONSENT_DATA_USE_H_
#define MUSTER_ENGINE_CONSENT_DATA_USE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/document/collection.h"
#include "engine/ontology/terminology.h"

namespace muster::consent {

/// The purpose for which somebody wants to use the data, and who that is.
struct Purpose {
  enum class Study { kDisease, kHealth, kGeneral, kAncestry, kMethods, kClinicalCare };
  Study study = Study::kGeneral;
  ontology::Concept disease;  ///< of kDisease
  enum class User { kAny, kCommercial, kNonCommercial };
  User user = User::kAny;
  std::string country;  ///< where it is done, ISO 3166; "" when not said
};

struct Verdict {
  bool permitted = false;
  /// Why not; empty when permitted. "DUO:0000018 not for profit, non commercial use only"
  std::vector<std::string> reasons;
  /// What the user must do or be beside: ethics approval, collaboration, ...
  std::vector<std::string> obligations;
};

/// The name of a study as a query writes it: "health research", "general research", ...; nullopt for others.
std::optional<Purpose::Study> FindStudy(const std::string& name);
/// All of these names.
std::vector<std::string> StudyNames();

/// Whether a term of DUO permits something, and is no condition: "DUO:0000042".
bool IsPermission(std::string_view code);
/// The permissions that cover a purpose by their term alone, whoever has it and wherever.
std::vector<std::string> PermissionsFor(const Purpose& purpose, const ontology::Terminology& terminology);

/// Judges one statement of data use. A permission (no restriction, general, health, disease specific, ancestry) must
/// cover the study, and no modifier may forbid it. Data use runs upward: a study of a disease may use what is permitted
/// for the disease or anything above it, not what is permitted for something below. Several permissions of one
/// statement are alternatives. Without a permission, nothing is permitted. A condition counts as well where it stands
/// among the modifiers of another one.
Verdict Judge(const std::vector<model::DataUse>& uses, const Purpose& purpose,
              const ontology::Terminology& terminology);

}  // namespace muster::consent

#endif  // MUSTER_ENGINE_CONSENT_DATA_USE_H_
