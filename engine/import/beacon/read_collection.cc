#include "engine/import/beacon/read_collection.h"

#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::CodeAndLabel;
using model::Collection;

std::string TextOf(Element object, std::string_view name) {
  const std::optional<Element> member = Member(object, name);
  if (!member.has_value() || IsEmpty(*member)) return "";
  if (std::optional<std::string> text = ScalarText(*member)) return *std::move(text);
  return std::string(simdjson::minify(*member));  // criteria are objects of many forms
}

CodeAndLabel CodeOf(Element value) {
  if (!IsObject(value)) return {model::NormalizeCode(ScalarText(value).value_or("")), ""};
  return {model::NormalizeCode(TextOf(value, "id")), TextOf(value, "label")};
}

template <typename Take>
void ForEach(const std::optional<Element>& list, Take take) {
  Array array;
  if (!list.has_value()) return;
  if (list->get(array) != simdjson::SUCCESS) return take(*list);
  for (const Element element : array) take(element);
}

constexpr std::string_view kDiseaseSpecific = "DUO:0000007";

// A condition among the modifiers that has modifiers itself (the country of a geographical restriction) is one beside
// the others.
void ReadDataUse(Element value, std::vector<model::DataUse>* uses, OddDataUse* odd) {
  model::DataUse use;
  use.use = CodeOf(value);
  use.version = TextOf(value, "version");
  ForEach(Member(value, "modifiers"), [&](Element modifier) {
    CodeAndLabel code = CodeOf(modifier);
    const bool is_use = code.code.starts_with("DUO:") && code.code != kDiseaseSpecific;
    if (is_use && Member(modifier, "modifiers").has_value()) {
      ReadDataUse(modifier, uses, odd);
    } else {
      use.modifiers.push_back(std::move(code));
    }
  });
  const std::string ids = IsObject(value) ? TextOf(value, "id") : ScalarText(value).value_or("");
  std::vector<model::DataUse> split = model::SplitDataUse(ids, use);
  if (split.size() > 1) odd->joined.push_back(ids);
  std::move(split.begin(), split.end(), std::back_inserter(*uses));
}

// An object with "duoDataUse", or instead a code or an array of codes. Anything else might be a condition: if it is
// short, it counts as an unknown one.
void ReadConditions(Element conditions, std::vector<model::DataUse>* uses, OddDataUse* odd) {
  constexpr size_t kLongestCode = 16;
  Object object;
  const bool is_use = Member(conditions, "id").has_value() && !Member(conditions, "duoDataUse").has_value();
  if (conditions.get(object) != simdjson::SUCCESS || is_use) {
    return ForEach(conditions, [&](Element use) { ReadDataUse(use, uses, odd); });
  }
  for (const auto field : object) {
    if (field.key == "duoDataUse") {
      ForEach(field.value, [&](Element use) { ReadDataUse(use, uses, odd); });
    } else if (!IsEmpty(field.value) && field.key != "version") {
      const std::string text = TextOf(conditions, field.key);
      odd->unread.push_back(model::Concat({field.key, ": ", text}));
      if (text.size() > kLongestCode) continue;
      model::DataUse& use = uses->emplace_back();
      use.use.code = model::NormalizeCode(text);
      use.use.label = field.key;
    }
  }
}

}  // namespace

Collection ReadBeaconCollection(Collection::Kind kind, std::string id, Element record, OddDataUse* odd) {
  Collection collection;
  collection.kind = kind;
  collection.id = std::move(id);
  collection.name = TextOf(record, kind == Collection::Kind::kDataset ? "name" : "cohortName");
  if (collection.name.empty()) collection.name = TextOf(record, "name");
  collection.description = TextOf(record, "description");
  collection.version = TextOf(record, "version");
  collection.type = TextOf(record, "cohortType");
  collection.inclusion = TextOf(record, "inclusionCriteria");
  collection.exclusion = TextOf(record, "exclusionCriteria");
  if (const std::optional<Element> size = Member(record, "cohortSize")) {
    if (const std::optional<double> number = NumberOf(*size); number.has_value() && *number >= 0 && *number < 1e15) {
      collection.declared = static_cast<uint64_t>(*number);
    }
  }
  for (const std::string_view name : {"cohortDataUse", "dataUseConditions", "dataUse", "duoDataUse"}) {
    const std::optional<Element> conditions = Member(record, name);
    if (conditions.has_value() && !IsEmpty(*conditions)) ReadConditions(*conditions, &collection.data_uses, odd);
  }
  return collection;
}

}  // namespace muster::import
