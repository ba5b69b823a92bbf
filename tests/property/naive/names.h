// Which entity or field a name of the language means, read off the model's table anew for every question.
#ifndef MUSTER_TESTS_PROPERTY_NAIVE_NAMES_H_
#define MUSTER_TESTS_PROPERTY_NAIVE_NAMES_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/schema/schema.h"

namespace muster::property {

/// All names by which a query may call it: the first is the usual one.
std::vector<std::string> NamesOf(model::Entity entity);
std::vector<std::string> NamesOf(model::FieldId field);

std::optional<model::Entity> EntityNamed(std::string_view name);
/// The field of `entity` itself that has the name.
std::optional<model::FieldId> FieldNamed(model::Entity entity, std::string_view name);
/// The field that `name` means in a condition about rows of `space`: of that entity, or else of the nearest above.
std::optional<model::FieldId> ResolveField(model::Entity space, std::string_view name);
/// The entity at or nearest above `space` below which rows of `asked` are looked for; nullopt for the individual.
std::optional<model::Entity> Anchor(model::Entity space, model::Entity asked);
/// The field that `name` means after `by` when rows of `counted` are counted.
std::optional<model::FieldId> ResolveDimension(model::Entity counted, std::string_view name);
/// The same of a time that is counted by its year or month.
/// value of last measurement: the name without the word, and which is meant; where the name means nothing itself, and
/// otherwise something below what is counted.
struct OfOneRecord {
  std::string name;
  bool last = false;
};
std::optional<OfOneRecord> SplitOrder(model::Entity counted, std::string_view name);

std::optional<model::FieldId> ResolveTime(model::Entity counted, std::string_view name);

/// True when one of the two is above the other, or they are the same.
bool OnOneLine(model::Entity a, model::Entity b);

/// The unit field beside a number, of the same row.
std::optional<model::FieldId> CompanionUnit(model::FieldId field);

/// The unit that numbers of the field have where records do not say it; empty if they have none.
std::string_view NativeUnit(model::FieldId field);

/// Whether the field's words are ids, which differ when their letters differ in case.
bool IsIdField(model::FieldId field);
/// A word of the field as it is compared.
std::string ComparedWord(model::FieldId field, std::string_view word);
/// The same, with a blank for each '_' and '-', where these separate words as blanks do.
std::string KeywordWithBlanks(model::FieldId field, std::string word);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_NAIVE_NAMES_H_
