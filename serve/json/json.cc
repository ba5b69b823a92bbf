#include "serve/json/json.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

/// Builds a value from what the parser finds, within limits. The parser keeps its own stack, so depth costs no calls.
class JsonBuilder : public nlohmann::json_sax<Json> {
 public:
  explicit JsonBuilder(const JsonLimits& limits) : limits_(limits) {}

  bool null() override { return Add(nullptr); }
  bool boolean(bool value) override { return Add(value); }
  bool number_integer(number_integer_t value) override { return Add(value); }
  bool number_unsigned(number_unsigned_t value) override { return Add(value); }
  bool number_float(number_float_t value, const string_t&) override { return Add(value); }
  bool string(string_t& value) override { return Add(std::move(value)); }
  bool binary(binary_t&) override { return Fail("binary values are not JSON"); }
  bool start_object(size_t) override { return Open(Json::object()); }
  bool start_array(size_t) override { return Open(Json::array()); }
  bool end_object() override { return Close(); }
  bool end_array() override { return Close(); }

  bool key(string_t& name) override {
    Json& object = *open_.back();
    if (object.size() >= limits_.max_members) return Fail("an object has too many members");
    if (object.contains(name)) return Fail("an object has a member twice");
    key_ = std::move(name);
    return true;
  }

  bool parse_error(size_t position, const std::string&, const nlohmann::detail::exception&) override {
    return Fail(absl::StrCat("it is not JSON, at byte ", position));
  }

  Json root;
  std::string problem;

 private:
  bool Fail(std::string what) {
    if (problem.empty()) problem = std::move(what);
    return false;
  }

  /// Where `value` went; null: over a limit.
  Json* Place(Json value) {
    if (++values_ > limits_.max_values) {
      Fail("it has too many values");
      return nullptr;
    }
    if (open_.empty()) {
      root = std::move(value);
      return &root;
    }
    Json& parent = *open_.back();
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    return &(parent[key_] = std::move(value));
  }

  bool Add(Json value) { return Place(std::move(value)) != nullptr; }

  bool Open(Json value) {
    if (open_.size() >= limits_.max_depth) return Fail("it is nested too deeply");
    Json* place = Place(std::move(value));
    if (place == nullptr) return false;
    // Stays valid: a value's place does not move while it is open, as its parent grows only after it is closed.
    open_.push_back(place);
    return true;
  }

  bool Close() {
    open_.pop_back();
    return true;
  }

  const JsonLimits limits_;
  std::vector<Json*> open_;
  std::string key_;
  size_t values_ = 0;
};

}  // namespace

absl::StatusOr<Json> ParseJson(std::string_view text, const JsonLimits& limits) {
  if (!IsUtf8(text)) return absl::InvalidArgumentError("it is not UTF-8");
  JsonBuilder builder(limits);
  if (!Json::sax_parse(text.begin(), text.end(), &builder)) {
    return absl::InvalidArgumentError(builder.problem.empty() ? "it is not JSON" : builder.problem);
  }
  return std::move(builder.root);
}

std::string WriteJson(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

const Json* Member(const Json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

std::string TextMember(const Json& object, const char* name) {
  const Json* member = Member(object, name);
  return member != nullptr && member->is_string() ? member->get<std::string>() : std::string();
}

}  // namespace muster::serve
