#include "engine/import/watch/shared_samples.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kSharedSample{
    ImportProblem::Kind::kNote, "id of a sample that two or three individuals have: each counts as having a sample",
    "find out whose sample it is, and leave it out of the other; nothing, if the source numbers the samples of each "
    "person by themselves"};

constexpr uint32_t kMostPeople = 3;  // of an id that may be a mistake
constexpr size_t kMostShared = size_t{1} << 16;
// Memory does not grow with the import: of very many samples the first ones are looked at.
constexpr size_t kMostSamples = size_t{1} << 20;

// "S12" and "S3" are "S#": how an id is written, but for its numbers.
std::string FormOf(std::string_view id) {
  std::string form;
  for (const char c : id) {
    if (!model::IsAsciiDigit(c)) {
      form.push_back(model::AsciiLower(c));
    } else if (!form.ends_with('#')) {
      form.push_back('#');
    }
  }
  return form;
}

uint64_t DigitsIn(std::string_view id) {
  return static_cast<uint64_t>(std::count_if(id.begin(), id.end(), model::IsAsciiDigit));
}

}  // namespace

void SharedSamples::Look(const model::Record& record) {
  size_t person = 0;
  for (const model::Row& row : record.rows) {
    if (row.entity != model::Entity::kSample) continue;
    const model::Value* value = row.Find(model::field::kSampleId);
    const auto* id = value == nullptr ? nullptr : std::get_if<std::string>(value);
    if (id == nullptr || DigitsIn(*id) == 0) continue;  // "tumour" is what a sample is
    if (person == 0) person = std::hash<std::string_view>()(record.id);
    const size_t hash = std::hash<std::string_view>()(*id);
    if (samples_.size() >= kMostSamples && !samples_.contains(hash)) continue;
    Sample& sample = samples_[hash];
    if (sample.people > 0 && sample.last == person) continue;
    sample.last = person;
    if (++sample.people == 2 && shared_.size() < kMostShared) shared_.emplace(hash, Shared{*id, record.id});
  }
}

void SharedSamples::Report(Reporter& reporter) const {
  reporter.ReturnTo({}, 0);
  constexpr uint64_t kFewDigits = 3;
  constexpr size_t kMany = 10;  // one in this many
  // Short ids many of which are shared number the samples of each person, where people are few, too.
  const bool numbered = shared_.size() * kMany > samples_.size();
  HashSet<std::string> forms;  // of the numbers that several people have of their own
  std::vector<std::pair<const Shared*, uint32_t>> told;
  for (const auto& [hash, shared] : shared_) {
    const uint32_t people = samples_.find(hash)->second.people;
    if (people > kMostPeople) {
      forms.insert(FormOf(shared.id));
    } else {
      told.emplace_back(&shared, people);
    }
  }
  std::sort(told.begin(), told.end(), [](const auto& a, const auto& b) { return a.first->id < b.first->id; });
  for (const auto& [shared, people] : told) {
    if (forms.contains(FormOf(shared->id)) || (numbered && DigitsIn(shared->id) < kFewDigits)) continue;
    reporter.SetId(shared->one);
    reporter.Report(kSharedSample, "/sample/id", shared->id,
                    model::Concat({std::to_string(people), " individuals have a sample \"", Shown(shared->id, 40),
                                   "\", one of them \"", Shown(shared->one, 40), "\""}));
  }
}

}  // namespace muster::import
