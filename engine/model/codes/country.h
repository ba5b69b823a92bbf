// The countries of ISO 3166-1: the one table of them.
#ifndef MUSTER_ENGINE_MODEL_CODES_COUNTRY_H_
#define MUSTER_ENGINE_MODEL_CODES_COUNTRY_H_

#include <span>
#include <string>
#include <string_view>

namespace muster::model {

struct Country {
  std::string_view two;    ///< ISO 3166-1 alpha-2, in capitals
  std::string_view three;  ///< alpha-3, in capitals
  char continent;          ///< a(sia), e(urope), (a)f(rica), n(orth) and s(outh America), o(ceania), - (the far south)
  std::string_view name;   ///< in English
};

/// All of them, ordered by `two`.
std::span<const Country> Countries();

/// Whether `word` (in lower case) is an officially assigned two-letter code of ISO 3166-1, such as "gb".
bool IsCountryCode(std::string_view word);

/// The code, in capitals, of the country that `text` names for certain: by two or three letters of ISO 3166-1, by its
/// English name there, or by UK or EL, which the standard keeps for that. Empty otherwise.
std::string CountryNamed(std::string_view text);

/// The code that people mean by other two letters (in lower case): "gb" by "uk" and "en", "gr" by "el". Empty
/// otherwise.
std::string_view CountryMeantBy(std::string_view word);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_COUNTRY_H_
