// Appends JSON to a string, for texts that need no escaping, as all texts of synthetic records.
#ifndef MUSTER_SHELL_SYNTH_FILES_JSON_TEXT_H_
#define MUSTER_SHELL_SYNTH_FILES_JSON_TEXT_H_

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

#include "shell/synth/people/person.h"

namespace muster::synth {

/// Writes `number` in at least `width` digits.
inline void AppendNumber(std::string& out, uint64_t number, int width = 1) {
  char digits[24];
  const std::to_chars_result end = std::to_chars(digits, digits + sizeof(digits), number);
  for (int length = static_cast<int>(end.ptr - digits); length < width; ++length) out.push_back('0');
  out.append(digits, end.ptr);
}

/// 1234 with 2 decimals is 12.34; decimals that are zero are left out.
inline void AppendDecimal(std::string& out, int value, int decimals) {
  int scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  while (decimals > 0 && value % 10 == 0) {
    value /= 10;
    scale /= 10;
    --decimals;
  }
  AppendNumber(out, static_cast<uint64_t>(value / scale));
  if (decimals == 0) return;
  out.push_back('.');
  AppendNumber(out, static_cast<uint64_t>(value % scale), decimals);
}

/// {"id":…,"label":…}
inline void AppendCode(std::string& out, std::string_view id, std::string_view label) {
  out.append(R"({"id":")").append(id).append(R"(","label":")").append(label).append("\"}");
}
inline void AppendCode(std::string& out, const Code& code) { AppendCode(out, code.id, code.label); }

/// ,"name":  — a comma unless it is the first member of its object.
inline void AppendName(std::string& out, std::string_view name) {
  if (out.back() != '{') out.push_back(',');
  out.append("\"").append(name).append("\":");
}

/// A comma unless it is the first element of its array.
inline void AppendComma(std::string& out) {
  if (out.back() != '[') out.push_back(',');
}

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_FILES_JSON_TEXT_H_
