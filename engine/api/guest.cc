#include "muster/guest.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "absl/strings/str_cat.h"
#include "engine/api/calls/fence.h"
#include "engine/api/guest/guest_completion.h"
#include "engine/api/guest/guest_impl.h"
#include "engine/api/guest/guest_text.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/units/units.h"

namespace muster {
namespace {

using Clock = std::chrono::steady_clock;

// Guests do not get the details of failures that the host gets: paths, segments, damage.
absl::Status ForGuests(const absl::Status& status) {
  if (absl::IsUnavailable(status)) return absl::UnavailableError("guests are not answered now");
  return {status.code(), "the question could not be answered"};
}

// Whether an answer was in time must not reveal more about its duration than the time at which it is sent.
std::chrono::microseconds RoundedUp(std::chrono::microseconds timeout, std::chrono::milliseconds step) {
  if (step.count() == 0 || timeout.count() <= 0) return timeout;
  return (timeout + step - std::chrono::microseconds(1)) / step * std::chrono::microseconds(step);
}

// So that the duration of an answer reveals less.
void WaitForMultipleOf(std::chrono::milliseconds step, Clock::time_point begin) {
  if (step.count() == 0) return;
  const auto steps = (Clock::now() - begin) / step + 1;
  std::this_thread::sleep_until(begin + steps * step);
}

}  // namespace

void Guest::Impl::Close() {
  api::GuestViewPtr closed[3];  // destroyed when the lock is released
  absl::MutexLock lock(&mutex_);
  closed[0].swap(view_);
  closed[1].swap(older_view_);
  closed[2].swap(older_of_);
}

absl::StatusOr<api::GuestViewPtr> Guest::Impl::View() {
  const api::GuestStatePtr state = guest_access_.state();
  if (state == nullptr) return absl::FailedPreconditionError("guests are not let in");
  {
    absl::MutexLock lock(&mutex_);
    if (view_ != nullptr && view_->state == state) return view_;
  }
  api::GuestViewPtr seen = guest_access_.views().Find(state, principal_);
  if (seen == nullptr) {
    absl::StatusOr<api::GuestViewPtr> made = api::MakeGuestView(state, principal_, &ledger_.listing());
    if (!made.ok()) return made.status();
    seen = *std::move(made);
    guest_access_.views().Add(principal_, seen);
  }
  absl::MutexLock lock(&mutex_);
  view_ = std::move(seen);
  return view_;
}

// Which versions exist is public; those that were requested last are cached.
absl::StatusOr<api::GuestViewPtr> Guest::Impl::ViewWith(const api::GuestViewPtr& present,
                                                        const std::map<std::string, std::string>& versions) {
  {
    absl::MutexLock lock(&mutex_);
    if (older_view_ != nullptr && older_of_ == present && older_versions_ == versions) return older_view_;
  }
  absl::StatusOr<api::GuestViewPtr> made = api::WithOlderOntologies(*present, principal_, versions, &ledger_.listing());
  if (!made.ok()) return made;
  absl::MutexLock lock(&mutex_);
  older_of_ = present;
  older_versions_ = versions;
  older_view_ = *made;
  return made;
}

HeldAnswers Guest::Impl::Query(std::string_view text, const QueryOptions& options) {
  absl::StatusOr<api::GuestViewPtr> guest = View();
  if (!guest.ok()) return {guest.status()};
  HeldAnswers held{absl::UnknownError("not answered"), std::chrono::milliseconds((*guest)->tier.timing)};
  // What fails leaves as late as what does not.
  held.answers = api::Fence("answering a query", [&]() -> absl::StatusOr<std::vector<Answer>> {
    if (!options.ontologies.empty() && (*guest)->tier.limits.older_ontologies) {
      guest = ViewWith(*guest, options.ontologies);
      if (!guest.ok()) return guest.status();
    }
    QueryOptions coarse = options;
    coarse.timeout = RoundedUp(options.timeout, held.timing);
    return api::AnswerGuest(text, coarse,
                            {**guest, principal_, ledger_, guest_access_.known(), guest_access_.unions()});
  });
  return held;
}

absl::StatusOr<GuestInfo> Guest::Impl::Info() {
  const absl::StatusOr<api::GuestViewPtr> guest = View();
  if (!guest.ok()) return guest.status();
  const bind::CatalogueView& view = *(*guest)->view;
  GuestInfo info;
  info.epoch = absl::StrCat((*guest)->state->epoch);
  info.release = api::ReleaseName(**guest);
  const absl::StatusOr<ontology::SymbolSet> datasets = view.FieldValues(model::field::kDataset);
  if (!datasets.ok()) return datasets.status();
  for (const model::Symbol symbol : **datasets) {
    const std::string_view label = view.dictionary().Label(symbol);
    info.datasets.emplace_back(label.empty() ? view.dictionary().Text(symbol) : label);
  }
  for (const ontology::OntologyPtr& ontology : view.terminology().ontologies()) {
    info.ontologies.push_back({ontology->id(), ontology->version()});
  }
  return info;
}

absl::StatusOr<GuestBudget> Guest::Impl::Budget() {
  const absl::StatusOr<api::GuestViewPtr> guest = View();
  if (!guest.ok()) return guest.status();
  return ledger_.BudgetOf((*guest)->tier, principal_.name);
}

absl::StatusOr<std::vector<std::string>> Guest::Impl::UnitsOf(std::string_view assay) {
  const absl::StatusOr<api::GuestViewPtr> guest = View();
  if (!guest.ok()) return guest.status();
  const bind::CatalogueView& view = *(*guest)->view;
  constexpr model::FieldId kUnit = model::field::kMeasurementUnit;
  const ontology::Terminology& terminology = view.terminology();
  const ontology::Concept code = terminology.Find(model::NormalizeCode(assay));
  const ontology::SymbolSet assays = terminology.Follow(code, ontology::Reach::kDescendants).symbols;
  const absl::StatusOr<ontology::SymbolSet> units = view.FieldValues(kUnit);
  if (!units.ok()) return units.status();
  std::vector<std::string> told;
  for (const model::Symbol unit : **units) {
    const absl::StatusOr<uint64_t> people =
        view.counts().PeopleObserved(model::Entity::kMeasurement, *assays, kUnit, unit);
    if (!people.ok()) return people.status();
    const std::string_view text = view.dictionary().Text(unit);
    if (view.listed()->Tells(*people, absl::StrCat(code.id, "\n", std::string(text)))) {
      told.push_back(model::UnitLabel(text));
    }
  }
  return told;
}

absl::StatusOr<std::vector<ListedCode>> Guest::Impl::Listed(std::string_view entity, std::string_view field) {
  const absl::StatusOr<api::GuestViewPtr> guest = View();
  if (!guest.ok()) return guest.status();
  const bind::CatalogueView& view = *(*guest)->view;
  const auto named = std::ranges::find_if(model::Fields(), [&](const model::Field& of) {
    return of.name == field && model::Info(of.entity).name == entity;
  });
  if (named == std::ranges::end(model::Fields())) return absl::InvalidArgumentError("there is no such field");
  const absl::StatusOr<ontology::SymbolSet> symbols = view.FieldValues(named->id);
  if (!symbols.ok()) return symbols.status();
  std::vector<ListedCode> listed;
  for (const model::Symbol symbol : **symbols) {
    std::string text(view.dictionary().Text(symbol));
    std::string label = view.terminology().Label(text);
    listed.push_back({std::move(text), std::move(label)});
  }
  std::ranges::sort(listed, {}, &ListedCode::code);
  return listed;
}

Guest::Guest(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}
Guest::~Guest() = default;

HeldAnswers Guest::QueryToHold(std::string_view text, const QueryOptions& options) {
  HeldAnswers held{absl::UnknownError("not answered")};
  const absl::Status fenced = api::Fence("answering a query", [&] {
    return impl_->WhileOpen([&] {
      held = impl_->Query(text, options);
      return absl::OkStatus();
    });
  });
  if (!fenced.ok()) held.answers = fenced;
  if (!held.answers.ok()) held.answers = ForGuests(held.answers.status());
  return held;
}

absl::StatusOr<std::vector<Answer>> Guest::Query(std::string_view text, const QueryOptions& options) {
  const Clock::time_point begin = Clock::now();
  HeldAnswers held = QueryToHold(text, options);
  WaitForMultipleOf(held.timing, begin);
  return std::move(held.answers);
}

Completions Guest::Complete(std::string_view text, size_t cursor) const {
  Completions completions;
  api::Fence("completing a query", [&] {
    return impl_->WhileOpen([&]() -> absl::Status {
      const absl::StatusOr<api::GuestViewPtr> guest = impl_->View();
      if (guest.ok()) completions = api::CompleteForGuest(text, cursor, **guest);
      return guest.status();
    });
  }).IgnoreError();
  return completions;
}

absl::StatusOr<std::vector<std::string>> Guest::UnitsOf(std::string_view assay) const {
  auto units = api::Fence("looking for units", [&] { return impl_->WhileOpen([&] { return impl_->UnitsOf(assay); }); });
  if (!units.ok()) return ForGuests(units.status());
  return units;
}

absl::StatusOr<std::vector<ListedCode>> Guest::Listed(std::string_view entity, std::string_view field) const {
  auto listed =
      api::Fence("listing codes", [&] { return impl_->WhileOpen([&] { return impl_->Listed(entity, field); }); });
  if (!listed.ok() && !absl::IsInvalidArgument(listed.status())) return ForGuests(listed.status());
  return listed;
}

absl::StatusOr<GuestInfo> Guest::Info() const {
  auto info = api::Fence("describing the catalogue", [&] { return impl_->WhileOpen([&] { return impl_->Info(); }); });
  if (!info.ok()) return ForGuests(info.status());
  return info;
}

absl::StatusOr<GuestBudget> Guest::Budget() const {
  auto budget = api::Fence("reading the budget", [&] { return impl_->WhileOpen([&] { return impl_->Budget(); }); });
  if (!budget.ok()) return ForGuests(budget.status());
  return budget;
}

}  // namespace muster
