// Codes of laboratory tests that measure the same.
#ifndef MUSTER_ENGINE_MODEL_UNITS_CODES_OF_ONE_TEST_H_
#define MUSTER_ENGINE_MODEL_UNITS_CODES_OF_ONE_TEST_H_

#include <span>
#include <string_view>

namespace muster::model {

/// The codes by which the same is measured in the same material, by mass, by amount or by another method, `code` among
/// them: laboratories choose one of them. Values of all of them convert. Empty where no others are known.
std::span<const std::string_view> CodesOfOneTest(std::string_view code);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_UNITS_CODES_OF_ONE_TEST_H_
