#include "engine/import/record/deliver/alike_samples.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <variant>

#include "engine/import/input/text_map.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/blank.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kAlikeSamples{
    ImportProblem::Kind::kNote, "samples of one person whose ids are one but for blanks or capitals: both count",
    "write the id in one way, if they are one sample; samples are compared by their ids as they stand"};
constexpr RemarkKind kOtherSpelling{
    ImportProblem::Kind::kNote, "id of a sample that the person has in another spelling, and not as it stands",
    "write the id in one way: as they stand, the two have nothing to do with each other"};

// Not AlikeKey: a laboratory may have the tubes 1-1 and 11, and 1 and 01, of one person.
std::string KeyOf(std::string_view id) { return model::ToLower(model::TrimAll(id)); }

std::string_view IdOf(const model::Row& row, model::FieldId field) {
  const model::Value* value = row.Find(field);
  const auto* id = value == nullptr ? nullptr : std::get_if<std::string>(value);
  return id == nullptr ? std::string_view() : std::string_view(*id);
}

// One id in two spellings: KeyOf is the same.
bool AreSpellings(std::string_view one, std::string_view other) {
  if (one == other) return false;
  one = model::TrimAll(one);
  other = model::TrimAll(other);
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](char a, char b) { return model::AsciiLower(a) == model::AsciiLower(b); });
}

// Most people have a few samples, and each goes by one spelling: they are looked through without a table of ids.
bool MayBeAlike(const model::Record& record) {
  constexpr size_t kMany = 16;
  std::array<std::string_view, kMany> seen;
  size_t size = 0;
  for (const model::Row& row : record.rows) {
    if (row.entity != model::Entity::kSample) continue;
    for (const model::FieldId field : {model::field::kSampleId, model::field::kSampleDerivedFrom}) {
      const std::string_view id = IdOf(row, field);
      if (id.empty()) continue;
      if (size == kMany) return true;  // compared with each other they would take longer
      if (std::any_of(seen.begin(), seen.begin() + size,
                      [&](std::string_view other) { return AreSpellings(id, other); }))
        return true;
      seen[size++] = id;
    }
  }
  return false;
}

}  // namespace

void NoteAlikeSamples(const model::Record& record, Reporter& reporter) {
  if (!MayBeAlike(record)) return;
  TextMap<std::string> samples;  // by key, the id that came first
  const auto shown = [](std::string_view one, std::string_view other) {
    return model::Concat({"\"", Shown(one, 80), "\" and \"", Shown(other, 80), "\""});
  };
  for (const model::Row& row : record.rows) {
    if (row.entity != model::Entity::kSample) continue;
    const std::string_view id = IdOf(row, model::field::kSampleId);
    if (id.empty()) continue;
    const auto [known, is_new] = samples.emplace(KeyOf(id), std::string(id));
    if (!is_new && known->second != id) reporter.Report(kAlikeSamples, "/sample/id", id, shown(known->second, id));
  }
  if (samples.empty()) return;
  for (const model::Row& row : record.rows) {
    if (row.entity != model::Entity::kSample) continue;
    const std::string_view from = IdOf(row, model::field::kSampleDerivedFrom);
    if (from.empty()) continue;
    const auto known = samples.find(KeyOf(from));
    if (known == samples.end() || known->second == from) continue;
    reporter.Report(kOtherSpelling, "/sample/derived from", from, shown(known->second, from));
  }
}

}  // namespace muster::import
