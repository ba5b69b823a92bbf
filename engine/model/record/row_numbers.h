// Numbers of rows in the extras of a record, which are others when its rows come into another record.
#ifndef MUSTER_ENGINE_MODEL_RECORD_ROW_NUMBERS_H_
#define MUSTER_ENGINE_MODEL_RECORD_ROW_NUMBERS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/record/record.h"
#include "engine/model/schema/schema.h"

namespace muster::model {

/// What number each row of a record has among the rows of its entity in the united record.
class RowNumbers {
 public:
  /// `places`: of the rows of `other` in `united`.
  RowNumbers(const Record& other, const Record& united, const std::vector<uint32_t>& places);
  size_t Of(Entity entity, size_t number) const;

 private:
  std::array<std::vector<uint32_t>, kEntityCount> numbers_;
};

/// Whether something is kept there that was taken out of a finished row, as "/disease/0/onset (implausible)".
bool HasKeptByNumber(std::string_view extras);
/// The extras with the numbers of the united record.
std::string WithNumbers(std::string_view extras, const RowNumbers& numbers);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_ROW_NUMBERS_H_
