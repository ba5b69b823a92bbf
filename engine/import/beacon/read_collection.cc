#include "engine/import/beacon/read_collection.h"

#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "engine/model/record/dictionary.h"

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

model::DataUse ReadDataUse(Element value) {
  model::DataUse use;
  use.use = CodeOf(value);
  use.version = TextOf(value, "version");
  ForEach(Member(value, "modifiers"), [&](Element modifier) { use.modifiers.push_back(CodeOf(modifier)); });
  return use;
}

}  // namespace

Collection ReadBeaconCollection(Collection::Kind kind, std::string id, Element record,
                                std::vector<std::string>* joined) {
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
  const std::optional<Element> conditions =
      Member(record, kind == Collection::Kind::kDataset ? "dataUseConditions" : "cohortDataUse");
  const std::optional<Element> either = conditions.has_value() ? conditions : Member(record, "dataUseConditions");
  if (either.has_value()) {
    ForEach(Member(*either, "duoDataUse"), [&](Element use) {
      const std::string ids = IsObject(use) ? TextOf(use, "id") : ScalarText(use).value_or("");
      std::vector<model::DataUse> uses = model::SplitDataUse(ids, ReadDataUse(use));
      if (uses.size() > 1) joined->push_back(ids);
      std::move(uses.begin(), uses.end(), std::back_inserter(collection.data_uses));
    });
  }
  return collection;
}

}  // namespace muster::import
