#include "engine/import/input/json_error.h"

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>

#include "engine/model/text/text.h"

namespace muster::import {

namespace {

using Json = nlohmann::json;

// Takes everything and keeps nothing but where the text goes wrong. simdjson does not say.
struct ErrorFinder final : nlohmann::json_sax<Json> {
  std::optional<size_t> read;  // how many bytes, the wrong one included

  bool null() override { return true; }
  bool boolean(bool /*value*/) override { return true; }
  bool number_integer(number_integer_t /*value*/) override { return true; }
  bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
  bool string(string_t& /*value*/) override { return true; }
  bool binary(binary_t& /*value*/) override { return true; }
  bool start_object(size_t /*elements*/) override { return true; }
  bool key(string_t& /*value*/) override { return true; }
  bool end_object() override { return true; }
  bool start_array(size_t /*elements*/) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(size_t position, const std::string& /*last*/, const Json::exception& /*why*/) override {
    read = position;
    return false;
  }
};

// The location of the error in the text, and the text there; "" if that is not known.
std::string PlaceIn(std::string_view json) {
  constexpr size_t kShown = 24;
  ErrorFinder finder;
  Json::sax_parse(json.begin(), json.end(), &finder);
  if (!finder.read) return "";
  if (*finder.read > json.size()) return ", at its end";
  const size_t first = *finder.read - std::min(*finder.read, kShown);
  std::string shown(json.substr(first, *finder.read - first));
  for (char& c : shown) c = c >= ' ' && c <= '~' ? c : '?';
  return model::Concat(
      {", at byte ", std::to_string(*finder.read), " of the record: ", first == 0 ? "" : "...", shown});
}

}  // namespace

std::string WhyNotRead(simdjson::error_code error, std::string_view json) {
  if (error == simdjson::MEMALLOC) {
    return model::Concat({"there is not enough memory to read a record of ", std::to_string(json.size() >> 20),
                          " MB; a file of JSON lines is read record by record"});
  }
  if (error == simdjson::CAPACITY) return "a record is longer than 4 GB";
  return model::Concat({"not valid JSON: ", simdjson::error_message(error), PlaceIn(json)});
}

}  // namespace muster::import
