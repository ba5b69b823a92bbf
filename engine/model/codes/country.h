// The countries of ISO 3166-1.
#ifndef MUSTER_ENGINE_MODEL_CODES_COUNTRY_H_
#define MUSTER_ENGINE_MODEL_CODES_COUNTRY_H_

#include <string_view>

namespace muster::model {

/// Whether `word` (in lower case) is an officially assigned two-letter code of ISO 3166-1, such as "gb".
bool IsCountryCode(std::string_view word);

/// The code that people mean by other two letters (in lower case): "gb" by "uk" and "en", "gr" by "el". Empty
/// otherwise.
std::string_view CountryMeantBy(std::string_view word);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_COUNTRY_H_
