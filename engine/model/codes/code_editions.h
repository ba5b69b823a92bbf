// Editions of one classification: systems of their own, whose codes look alike.
#ifndef MUSTER_ENGINE_MODEL_CODES_CODE_EDITIONS_H_
#define MUSTER_ENGINE_MODEL_CODES_CODE_EDITIONS_H_

#include <span>
#include <string_view>

namespace muster::model {

/// The prefixes of the editions of the classification that a normalised code is of, its own among them: of ICD10:E11
/// ICD10, ICD10CM, ICD10GM and so on. Empty where its system has no others.
std::span<const std::string_view> EditionsOf(std::string_view code);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_CODE_EDITIONS_H_
