#include "engine/import/input/json_value.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/model/text/text.h"

namespace muster::import {

using simdjson::dom::element_type;

bool IsEmpty(Element value) {
  switch (value.type()) {
    case element_type::NULL_VALUE:
      return true;
    case element_type::STRING:
      return StringOf(value).empty();
    case element_type::OBJECT: {
      Object object;
      return value.get(object) == simdjson::SUCCESS && object.begin() == object.end();
    }
    case element_type::ARRAY: {
      Array array;
      return value.get(array) == simdjson::SUCCESS && array.begin() == array.end();
    }
    default:
      return false;
  }
}

std::optional<double> NumberOf(std::string_view text) {
  text = model::Trim(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::optional<double> NumberOf(Element value) {
  if (IsString(value)) return NumberOf(StringOf(value));
  double number = 0;
  if (value.get(number) != simdjson::SUCCESS || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::string_view TakeComparator(std::string_view& text) {
  if (text.empty() || model::IsAsciiAlnum(text.front())) return {};  // mostly
  constexpr std::pair<std::string_view, std::string_view> kSigns[] = {
      {"<=", "<="}, {">=", ">="}, {"\xE2\x89\xA4", "<="}, {"\xE2\x89\xA5", ">="}, {"<", "<"}, {">", ">"}};
  for (const auto& [sign, comparator] : kSigns) {
    if (model::ConsumePrefix(text, sign)) return comparator;
  }
  return {};
}

std::optional<model::NumberBounds> NumberBoundsOf(std::string_view comparator, double number) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  if (comparator == "<") return model::NumberBounds{-kInfinity, std::nextafter(number, -kInfinity)};
  if (comparator == "<=") return model::NumberBounds{-kInfinity, number};
  if (comparator == ">=") return model::NumberBounds{number, kInfinity};
  if (comparator == ">") return model::NumberBounds{std::nextafter(number, kInfinity), kInfinity};
  return std::nullopt;
}

std::optional<model::NumberBounds> NumberBoundsOf(std::string_view text) {
  text = model::Trim(text);
  const std::string_view comparator = TakeComparator(text);
  if (!comparator.empty()) {
    const std::optional<double> number = NumberOf(text);
    return number.has_value() ? NumberBoundsOf(comparator, *number) : std::nullopt;
  }
  // From the second character on: a number may be negative.
  const size_t dash = text.find('-', 1);
  if (dash == text.npos) return std::nullopt;
  const std::optional<double> low = NumberOf(text.substr(0, dash));
  const std::optional<double> high = NumberOf(text.substr(dash + 1));
  if (!low.has_value() || !high.has_value() || *low < 0 || *high <= *low) return std::nullopt;
  return model::NumberBounds{*low, *high};
}

std::optional<bool> BoolOf(Element value) {
  bool flag = false;
  if (value.get(flag) == simdjson::SUCCESS) return flag;
  if (!IsString(value)) return std::nullopt;
  const std::string word = model::ToLower(model::Trim(StringOf(value)));
  if (word == "true") return true;
  if (word == "false") return false;
  return std::nullopt;
}

std::optional<std::string> ScalarText(Element value) {
  switch (value.type()) {
    case element_type::STRING:
      return std::string(StringOf(value));
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::DOUBLE:
    case element_type::BOOL:
      return simdjson::minify(value);
    default:
      return std::nullopt;
  }
}

std::optional<std::string_view> ScalarText(Element value, std::string& scratch) {
  if (IsString(value)) return StringOf(value);
  std::optional<std::string> text = ScalarText(value);
  if (!text.has_value()) return std::nullopt;
  scratch = *std::move(text);
  return scratch;
}

std::string ShownText(Element value) {
  return IsString(value) ? std::string(StringOf(value)) : simdjson::minify(value);
}

std::string_view ToCamelCase(std::string_view key, std::string& scratch) {
  scratch.clear();
  for (size_t i = 0; i < key.size(); ++i) {
    const bool between = i > 0 && key[i - 1] != '_' && i + 1 < key.size() && model::IsAsciiAlpha(key[i + 1]);
    if (key[i] == '_' && between) {
      scratch.push_back(model::AsciiUpper(key[++i]));
    } else {
      scratch.push_back(key[i]);
    }
  }
  return scratch;
}

std::optional<Element> Member(Element value, std::string_view camel) {
  Object object;
  if (value.get(object) != simdjson::SUCCESS) return std::nullopt;
  const auto end = object.end();
  for (auto member = object.begin(); member != end; ++member) {
    if (KeyIs(member.key(), camel)) return member.value();
  }
  return std::nullopt;
}

std::string MemberText(Element object, std::string_view camel) {
  const std::optional<Element> member = Member(object, camel);
  return member.has_value() ? ScalarText(*member).value_or("") : "";
}

}  // namespace muster::import
