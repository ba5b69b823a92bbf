// What criterion may be meant by a comparison with a name that is no field: `phenotype is "Seizure"`, `samples > 2`,
// `onset of asthma < 18 years`.
#ifndef MUSTER_ENGINE_BIND_BOUND_CRITERION_INSTEAD_H_
#define MUSTER_ENGINE_BIND_BOUND_CRITERION_INSTEAD_H_

#include <optional>
#include <string>
#include <string_view>

#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `has phenotype "Seizure"` for `phenotype is "Seizure"`; nullopt when that is not what is written.
std::optional<std::string> HasInstead(const grammar::Compare& compare, model::Entity space);

/// has phenotype "pain" at least 2; has treatment "x" with duration >= 12 weeks: for rows without a value, or duration,
/// what such a number may mean. Empty if nothing is known.
std::string NumberOfRow(const grammar::Compare& compare, model::Entity space);

/// age at last contact >= 18 years, of `age >= 18`
std::string AgeAtLastContact(const grammar::Compare& age);

/// smoker is yes: has exposure "smoking"; empty for other words.
std::string SaidOfPerson(const grammar::Compare& compare);

/// has run with depth >= 30
grammar::Has HavingOne(model::Entity entity, const grammar::Compare& compare);

/// major surgery within 28 days before enrolment: has procedure with performed within ...; null if it is not a
/// comparison of a time, or records of that kind have none.
grammar::ExprPtr TimeOfPhrase(const grammar::Compare& compare);

/// samples > 2: write has at least 3 samples; empty where records are not counted.
std::string CountOfRecords(const grammar::Compare& compare);

/// age today >= 18: the same of another age; empty where no age is meant.
std::string OtherAge(const grammar::Compare& compare);

/// > 140/90, of which the second number was read as a unit: both as criteria; empty for values with units.
std::string PressuresInstead(const grammar::Compare& compare);

/// disease duration >= 2 years, time since diagnosis < 5 years: has disease with the time that it means; empty for
/// other names.
std::string HowLongInstead(const grammar::Compare& compare);

/// onset of asthma < 18 years: has disease "asthma" with onset < 18 years; null where it is no time of a term.
grammar::ExprPtr TimeOfTerm(const grammar::Compare& compare, std::string_view entity);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_CRITERION_INSTEAD_H_
