// Private to api/: the table of a guest's statement, from the tables of its questions.
#ifndef MUSTER_ENGINE_API_GUEST_GUEST_TABLE_H_
#define MUSTER_ENGINE_API_GUEST_GUEST_TABLE_H_

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "engine/api/guest/questions/counted_sets.h"
#include "engine/api/guest/questions/question.h"
#include "engine/model/document/saved_cohort.h"
#include "engine/release/door/number_door.h"
#include "grammar/syntax.h"
#include "muster/table.h"

namespace muster::api {

/// Decides every number of the statement, question by question. Differences are those of shown numbers, and a part
/// shows no more than its whole. `sets` is parallel to `questions`.
Table DecideTable(const grammar::Statement& statement, const std::vector<Question>& questions,
                  const std::vector<CountedSets>& sets, const release::Tier& tier, const release::Noise& noise,
                  release::NumberDoor* door);

/// The answer to a definition: `cohort` with its version, and how many `individuals` it has, which were decided before.
Table DefinitionTable(const model::SavedCohort& cohort, Cell individuals);

/// Adds to `table` the labels of codes that it shows in its first `dimensions` columns, and of no others.
void AddLabels(const std::map<std::string, std::string>& labels, size_t dimensions, Table* table);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_GUEST_GUEST_TABLE_H_
