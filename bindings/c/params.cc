// Values of parameters.
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bindings/c/calls.h"
#include "bindings/c/failure.h"
#include "bindings/c/handles.h"
#include "bindings/c/text.h"

namespace muster::c {
namespace {

// Sets `name` to what `value` makes, unless the name or the texts cannot be.
template <typename F>
muster_code SetValue(muster_params* params, muster_text name, muster_text other, const F& value) {
  return Guarded(nullptr, [&]() -> Failure {
    if (!Is(params) || !IsText(name) || name.size == 0 || !IsText(other)) return {MUSTER_INVALID_ARGUMENT};
    std::string key(ViewOf(name));
    params->lists.erase(key);
    params->values[std::move(key)] = value();
    return Ok();
  });
}

std::string WithUnit(std::string number, muster_text unit) {
  if (unit.size > 0) number.append(" ").append(ViewOf(unit));
  return number;
}

// As a text is written in a query, so that what looks like a number or a code is none.
std::string QuotedText(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace
}  // namespace muster::c

using muster::c::ViewOf;

muster_params* muster_params_new(void) { return new (std::nothrow) muster_params; }

void muster_params_free(muster_params* params) { muster::c::Free(params); }

muster_code muster_params_set(muster_params* params, muster_text name, muster_text value) {
  return muster::c::SetValue(params, name, value, [&] { return std::string(ViewOf(value)); });
}

muster_code muster_params_set_text(muster_params* params, muster_text name, muster_text value) {
  return muster::c::SetValue(params, name, value, [&] { return muster::c::QuotedText(ViewOf(value)); });
}

muster_code muster_params_set_int(muster_params* params, muster_text name, int64_t value, muster_text unit) {
  return muster::c::SetValue(params, name, unit, [&] { return muster::c::WithUnit(std::to_string(value), unit); });
}

muster_code muster_params_set_number(muster_params* params, muster_text name, double value, muster_text unit) {
  if (!std::isfinite(value)) return MUSTER_INVALID_ARGUMENT;
  return muster::c::SetValue(params, name, unit, [&] {
    char digits[400];
    // No exponent, which the language does not have; as many digits as tell the number from all others.
    const auto end = std::to_chars(digits, digits + sizeof(digits), value, std::chars_format::fixed).ptr;
    return muster::c::WithUnit(std::string(digits, end), unit);
  });
}

muster_code muster_params_set_list(muster_params* params, muster_text name, const muster_text* values, size_t n) {
  return muster::c::Guarded(nullptr, [&]() -> muster::c::Failure {
    std::vector<std::string> read;
    if (!muster::c::Is(params) || !muster::c::IsText(name) || name.size == 0) return {MUSTER_INVALID_ARGUMENT};
    if (muster::c::Failure failure = muster::c::ReadTexts(values, n, &read); failure.code != MUSTER_OK) return failure;
    std::string key(ViewOf(name));
    params->values.erase(key);
    params->lists[std::move(key)] = std::move(read);
    return muster::c::Ok();
  });
}

muster_code muster_params_add(muster_params* params, muster_text name, muster_text value) {
  return muster::c::Guarded(nullptr, [&]() -> muster::c::Failure {
    if (!muster::c::Is(params) || !muster::c::IsText(name) || name.size == 0 || !muster::c::IsText(value)) {
      return {MUSTER_INVALID_ARGUMENT};
    }
    std::string key(ViewOf(name));
    params->values.erase(key);
    params->lists[std::move(key)].emplace_back(ViewOf(value));
    return muster::c::Ok();
  });
}
