// Values as a query may write them, made from values that records have.
#ifndef MUSTER_TESTS_PROPERTY_RANDOM_RANDOM_LITERAL_H_
#define MUSTER_TESTS_PROPERTY_RANDOM_RANDOM_LITERAL_H_

#include <string>
#include <vector>

#include "engine/model/record/record.h"
#include "engine/model/time/time.h"
#include "tests/property/naive/meaning.h"
#include "tests/property/naive/world.h"
#include "tests/property/random/random.h"

namespace muster::property {

/// A term near the recorded code: itself, an ancestor or a descendant, by id, alternative id, former id, equivalent
/// code, label or synonym, perhaps `exactly`.
std::string TermNear(Random& random, const World& world, const Meaning& meaning, const std::string& code);

/// Whether the name can stand in a query: some aliases have words that are keywords of the language.
bool IsWritable(const std::string& name);

/// A keyword, quoted where the grammar needs it.
std::string Word(Random& random, const std::string& label);

/// The number or one near it, without unit.
std::string NumberNear(Random& random, double number);

/// The same length or one near it: 18 years, 2 years 6 months, P18Y, -3 weeks.
std::string AgeNear(Random& random, model::HalfHours age);
/// An age of whole years and months.
std::string AgeInMonths(Random& random, int months);

/// A day, month or year about that time, or the empty string where years have not four digits.
std::string DateNear(Random& random, model::HalfHours when);
std::string FullDate(int64_t day);

std::string Quoted(const std::string& text);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_RANDOM_RANDOM_LITERAL_H_
