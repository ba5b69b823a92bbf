// From groups to the rows of the answer's table.
#ifndef MUSTER_ENGINE_EXECUTE_AGGREGATE_GROUP_TABLE_H_
#define MUSTER_ENGINE_EXECUTE_AGGREGATE_GROUP_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/execute/aggregate/group.h"
#include "muster/table.h"

namespace muster::execute {

/// Adds the rows of `groups` to `table`, after applying `top`, filling in empty bands, sorting and labelling; and its
/// total. Empty bands are left out if there would be more than kMaxEmptyBands of them, or more than `max_rows` rows
/// with them. `group_of_row`, unless null, is filled with the group of each row; Grouper::kNoGroup for an empty band.
void AddGroupRows(const bind::Query& query, const Grouper& groups, const bind::CatalogueView& view, size_t max_rows,
                  Table* table, std::vector<uint32_t>* group_of_row = nullptr);

/// Beyond this, empty bands would drown the others.
inline constexpr size_t kMaxEmptyBands = 10'000;

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_AGGREGATE_GROUP_TABLE_H_
