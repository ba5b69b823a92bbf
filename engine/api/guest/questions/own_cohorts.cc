#include "engine/api/guest/questions/own_cohorts.h"

#include "absl/strings/ascii.h"
#include "engine/bind/bound/scope.h"
#include "engine/release/low_effect/canonical_criteria.h"

namespace muster::api {

const model::SavedCohort* OwnCohorts::Find(const std::string& name) const {
  const auto found = saved_.find(absl::AsciiStrToLower(name));
  return found == saved_.end() ? nullptr : &found->second;
}

void OwnCohorts::Apply(const release::CohortChange& change) {
  const std::string key = absl::AsciiStrToLower(change.name);
  if (change.saved.has_value()) {
    saved_.insert_or_assign(key, *change.saved);
  } else {
    saved_.erase(key);
  }
}

bind::SavedTexts OwnCohorts::Texts() const {
  bind::SavedTexts texts;
  for (const auto& [key, cohort] : saved_) texts.emplace(key, cohort.versions.back().text);
  return texts;
}

absl::StatusOr<bool> OwnCohorts::Expand(std::vector<Question>* questions) const {
  bool any = false;
  for (Question& question : *questions) {
    if (question.count.where == nullptr) continue;
    bool named = false;
    const auto definition_of = [&](const grammar::CohortRef& ref) -> std::optional<std::string> {
      const model::SavedCohort* cohort = Find(ref.name);
      if (cohort == nullptr) return std::nullopt;
      named = true;
      return cohort->versions.back().text;
    };
    absl::StatusOr<grammar::ExprPtr> expanded = release::ExpandCohorts(*question.count.where, definition_of);
    if (!expanded.ok()) return expanded.status();
    if (!named) continue;
    any = true;
    if (bind::FindEntity(question.count.entities[0].entity.text) != model::Entity::kIndividual) {
      return absl::InvalidArgumentError("a cohort of one's own is asked for where other rows than people are counted");
    }
    question.count.where = *std::move(expanded);
  }
  return any;
}

}  // namespace muster::api
