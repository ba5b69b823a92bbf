// What the readers need of simdjson, and nothing that throws.
//
// The DOM parser is used rather than the on-demand one: it checks the whole record before anything is taken from it, so
// that a record is either read or rejected, and its tape is reused from record to record without allocation.
#ifndef MUSTER_ENGINE_IMPORT_INPUT_JSON_VALUE_H_
#define MUSTER_ENGINE_IMPORT_INPUT_JSON_VALUE_H_

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>

#include "engine/model/record/record.h"

namespace muster::import {

using Element = simdjson::dom::element;
using Object = simdjson::dom::object;
using Array = simdjson::dom::array;

inline bool IsString(Element value) { return value.type() == simdjson::dom::element_type::STRING; }
inline bool IsObject(Element value) { return value.type() == simdjson::dom::element_type::OBJECT; }
inline bool IsNull(Element value) { return value.type() == simdjson::dom::element_type::NULL_VALUE; }

/// The text of a string, or "".
inline std::string_view StringOf(Element value) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) return {};
  return text;
}
/// Whether the value is empty: null, "", {} or [].
bool IsEmpty(Element value);
/// A finite number, also when written as a string.
std::optional<double> NumberOf(Element value);
std::optional<double> NumberOf(std::string_view text);
/// Bounds of a number, as laboratories write them: "<0.5", ">= 200", "5-10". Nullopt for anything else.
std::optional<model::NumberBounds> NumberBoundsOf(std::string_view text);
/// Those that the comparator says of `number`: "<", "<=", ">=", ">". Nullopt for other comparators.
std::optional<model::NumberBounds> NumberBoundsOf(std::string_view comparator, double number);
/// Takes one of these, or a sign for it, from the front of `text`; empty when none stands there.
std::string_view TakeComparator(std::string_view& text);
/// A boolean, also when written as a string.
std::optional<bool> BoolOf(Element value);
/// A string, number or boolean as text; nullopt for anything else.
std::optional<std::string> ScalarText(Element value);
/// The same; `scratch` holds the text if the value is not a string.
std::optional<std::string_view> ScalarText(Element value, std::string& scratch);
/// A value as reports show it: a string as it is, anything else as JSON.
std::string ShownText(Element value);

/// `key` as protobuf's JSON writes it: time_observed -> timeObserved. An underscore that no letter follows stays: q1_1
/// and q11 are two names, and so are dm___1 and dm_1. `scratch` holds the result if it differs.
std::string_view ToCamelCase(std::string_view key, std::string& scratch);
inline std::string_view CamelCase(std::string_view key, std::string& scratch) {
  for (const char c : key) {
    if (c == '_') return ToCamelCase(key, scratch);
  }
  return key;
}
/// True when `key` is `camel` in either spelling. The one with underscores is always the longer, and both are alike up
/// to the first of these that is left out.
inline bool KeyIs(std::string_view key, std::string_view camel) {
  if (key.size() < camel.size() || camel.empty()) return key.size() == camel.size();
  if (key.front() != camel.front()) return false;
  if (key.size() == camel.size()) return key == camel;
  size_t alike = 1;
  while (alike < camel.size() && key[alike] == camel[alike]) ++alike;
  if (alike == camel.size() || key[alike] != '_') return false;
  std::string scratch;
  return ToCamelCase(key, scratch) == camel;
}
/// The member called `camel` in either spelling.
std::optional<Element> Member(Element object, std::string_view camel);
/// Its text; "" if there is none, or the value is not a scalar.
std::string MemberText(Element object, std::string_view camel);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_INPUT_JSON_VALUE_H_
