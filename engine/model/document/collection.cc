#include "engine/model/document/collection.h"

#include <algorithm>
#include <utility>

#include "engine/model/record/dictionary.h"
#include "engine/model/text/codec.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

constexpr uint8_t kForm = 1;
constexpr std::string_view kPrefixes[] = {"dataset/", "cohort/"};

// The texts of a collection, in the order in which they are written.
constexpr std::string Collection::*kTexts[] = {&Collection::id,       &Collection::name,      &Collection::description,
                                               &Collection::type,     &Collection::custodian, &Collection::access,
                                               &Collection::version,  &Collection::age_range, &Collection::inclusion,
                                               &Collection::exclusion};

void PutCode(const CodeAndLabel& code, std::string& out) {
  PutString(code.code, out);
  PutString(code.label, out);
}

bool ReadCode(ByteReader& reader, CodeAndLabel* code) {
  return reader.String(code->code) && reader.String(code->label);
}

bool ReadUse(ByteReader& reader, DataUse* use) {
  size_t modifiers;
  if (!ReadCode(reader, &use->use) || !reader.String(use->version) || !reader.Count(2, modifiers)) return false;
  use->modifiers.resize(modifiers);
  for (CodeAndLabel& modifier : use->modifiers) {
    if (!ReadCode(reader, &modifier)) return false;
  }
  return true;
}

bool ReadCollection(ByteReader& reader, Collection* collection) {
  uint8_t form;
  uint8_t kind;
  if (!reader.Byte(form) || form != kForm || !reader.Byte(kind) || kind > 1) return false;
  collection->kind = static_cast<Collection::Kind>(kind);
  for (const auto text : kTexts) {
    if (!reader.String(collection->*text)) return false;
  }
  uint64_t declared;  // one more than the number; 0: not declared
  uint8_t synthetic;  // 0 not said, 1 no, 2 yes
  size_t countries;
  size_t uses;
  if (!reader.Varint(declared) || !reader.Byte(synthetic) || synthetic > 2 || !reader.Count(1, countries)) return false;
  if (declared > 0) collection->declared = declared - 1;
  if (synthetic > 0) collection->synthetic = synthetic == 2;
  collection->countries.resize(countries);
  for (std::string& country : collection->countries) {
    if (!reader.String(country)) return false;
  }
  if (!reader.Count(4, uses)) return false;
  collection->data_uses.resize(uses);
  for (DataUse& use : collection->data_uses) {
    if (!ReadUse(reader, &use)) return false;
  }
  return reader.remaining() == 0;
}

}  // namespace

std::vector<DataUse> SplitDataUse(std::string_view ids, const DataUse& written) {
  const auto split = [](std::string_view text, std::string_view separators) {
    std::vector<std::string_view> parts;
    while (true) {
      const size_t end = std::min(text.find_first_of(separators), text.size());
      if (const std::string_view part = Trim(text.substr(0, end)); !part.empty()) parts.push_back(part);
      if (end == text.size()) return parts;
      text.remove_prefix(end + 1);
    }
  };
  const std::vector<std::string_view> codes = split(ids, ",;| ");
  const auto is_code = [](std::string_view part) { return part.find_first_of(":_") != part.npos; };
  if (codes.size() < 2 || !std::all_of(codes.begin(), codes.end(), is_code)) return {written};
  const std::vector<std::string_view> labels = split(written.use.label, ",;|");
  std::vector<DataUse> uses;
  for (size_t i = 0; i < codes.size(); ++i) {
    DataUse& use = uses.emplace_back(written);
    use.use.code = NormalizeCode(codes[i]);
    if (labels.size() == codes.size()) use.use.label = labels[i];
  }
  return uses;
}

std::string CollectionDocument(Collection::Kind kind, std::string_view id) {
  return std::string(kPrefixes[static_cast<size_t>(kind)]).append(id);
}

std::string EncodeCollection(const Collection& collection) {
  std::string out;
  PutByte(kForm, out);
  PutByte(static_cast<uint8_t>(collection.kind), out);
  for (const auto text : kTexts) PutString(collection.*text, out);
  PutVarint(collection.declared ? *collection.declared + 1 : 0, out);
  PutByte(!collection.synthetic ? 0 : *collection.synthetic ? 2 : 1, out);
  PutVarint(collection.countries.size(), out);
  for (const std::string& country : collection.countries) PutString(country, out);
  PutVarint(collection.data_uses.size(), out);
  for (const DataUse& use : collection.data_uses) {
    PutCode(use.use, out);
    PutString(use.version, out);
    PutVarint(use.modifiers.size(), out);
    for (const CodeAndLabel& modifier : use.modifiers) PutCode(modifier, out);
  }
  return out;
}

absl::StatusOr<Collection> DecodeCollection(std::string_view bytes) {
  ByteReader reader(bytes);
  Collection collection;
  if (!ReadCollection(reader, &collection))
    return absl::DataLossError("the description of a dataset or cohort is damaged");
  return collection;
}

absl::StatusOr<std::vector<Collection>> CollectionsIn(const std::map<std::string, std::string>& documents) {
  std::vector<Collection> collections;
  for (const std::string_view prefix : kPrefixes) {
    for (auto it = documents.lower_bound(std::string(prefix)); it != documents.end(); ++it) {
      if (it->first.compare(0, prefix.size(), prefix) != 0) break;
      absl::StatusOr<Collection> collection = DecodeCollection(it->second);
      if (!collection.ok()) return collection.status();
      collections.push_back(*std::move(collection));
    }
  }
  return collections;
}

}  // namespace muster::model
