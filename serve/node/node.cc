#include "serve/node/node.h"

#include <algorithm>
#include <utility>

#include "serve/text/text.h"

namespace muster::serve {
namespace {

/// Of a text whose statements are counted before it is asked.
constexpr size_t kMaxCountedBytes = size_t{64} << 10;
constexpr size_t kMaxCountedTerms = 2'000;
/// How often is looked whether an epoch is due.
constexpr std::chrono::minutes kBetweenEpochs{1};

constexpr std::string_view kFirstPolicy =
    R"({"tiers":{"public":{"preset":"public"},"registered":{"preset":"registered"},)"
    R"("controlled":{"preset":"controlled"}}})";

std::string TextCell(const std::vector<Cell>& row, size_t column) {
  if (column >= row.size()) return {};
  const auto* text = std::get_if<std::string>(&row[column]);
  return text == nullptr ? std::string() : *text;
}

/// As its custodian describes it; a name is never empty.
Collection Described(const std::vector<Collection>& documents, Collection::Kind kind, const std::string& id) {
  for (const Collection& one : documents) {
    if (one.kind != kind || one.id != id) continue;
    Collection found = one;
    if (found.name.empty()) found.name = id;
    return found;
  }
  Collection plain;
  plain.kind = kind;
  plain.id = plain.name = id;
  return plain;
}

/// The service itself, as one of the tier.
Caller CallerOf(Tier tier) { return tier == Tier::kPublic ? Caller() : Caller{tier, "service", {}}; }

absl::Status GiveFirstPolicy(const Settings& settings, const OpenOptions& reading, std::string* report) {
  OpenOptions writing = reading;
  writing.read_only = false;
  absl::StatusOr<std::unique_ptr<Catalogue>> catalogue = Catalogue::Open(settings.catalogue.path, writing);
  absl::Status set = catalogue.ok() ? (*catalogue)->SetPolicy(kFirstPolicy) : catalogue.status();
  if (!set.ok()) {
    return absl::FailedPreconditionError(Concat("the catalogue has no release policy, and could not be given one (",
                                                std::string(set.message()),
                                                "); set one with: muster policy CATALOGUE FILE"));
  }
  *report = "the catalogue had no release policy and was given the presets public, registered and controlled";
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::unique_ptr<Node>> Node::Open(const Settings& settings, std::string* report) {
  OpenOptions options;
  options.read_only = true;
  options.cache_bytes = settings.catalogue.cache_mb << 20;
  options.query_threads = 1;
  options.ledger = settings.catalogue.ledger;
  absl::StatusOr<std::unique_ptr<Catalogue>> catalogue = Catalogue::Open(settings.catalogue.path, options);
  if (!catalogue.ok()) return catalogue.status();
  bool guests = false;
  for (const TierSettings* tier : {&settings.open_tier, &settings.registered, &settings.controlled}) {
    guests = guests || tier->policy != "exact";
  }
  if (guests && (*catalogue)->Policy().status().code() == absl::StatusCode::kNotFound) {
    catalogue->reset();
    if (absl::Status given = GiveFirstPolicy(settings, options, report); !given.ok()) return given;
    catalogue = Catalogue::Open(settings.catalogue.path, options);
    if (!catalogue.ok()) return catalogue.status();
  }
  std::unique_ptr<Node> node(new Node());
  node->settings_ = settings;
  node->guests_are_let_in_ = guests;
  node->catalogue_ = *std::move(catalogue);
  if (absl::Status loaded = node->LoadNames(); !loaded.ok()) return loaded;
  return node;
}

absl::StatusOr<std::vector<std::string>> Node::DatasetIdsFor(Tier tier, const CatalogueInfo& info) const {
  std::vector<std::string> ids;
  if (IsExact(tier)) {
    for (const CatalogueInfo::Dataset& dataset : info.datasets) ids.push_back(dataset.id);
    return ids;
  }
  absl::StatusOr<std::shared_ptr<Guest>> guest = AdmitCaller(CallerOf(tier), tier, "");
  if (!guest.ok()) return guest.status();
  absl::StatusOr<GuestInfo> seen = (*guest)->Info();
  if (!seen.ok()) return seen.status();
  return seen->datasets;
}

absl::StatusOr<std::vector<std::string>> Node::CohortIdsFor(Tier tier) const {
  std::vector<std::string> ids;
  if (!IsExact(tier)) {
    // Not asked as a statement: names cost nothing, and are there whatever statements the tier has.
    absl::StatusOr<std::vector<ListedCode>> listed = ListedFor(CallerOf(tier), "individual", "cohort");
    if (!listed.ok()) return listed.status();
    for (ListedCode& one : *listed) ids.push_back(one.label.empty() ? std::move(one.code) : std::move(one.label));
    return ids;
  }
  absl::StatusOr<std::vector<Answer>> shown = AskAsHost("show cohorts", {});
  if (!shown.ok()) return shown.status();
  for (const Answer& answer : *shown) {
    if (!answer.table.has_value()) continue;
    for (const std::vector<Cell>& row : answer.table->rows) {
      if (std::string id = TextCell(row, 0); !id.empty()) ids.push_back(std::move(id));
    }
  }
  return ids;
}

absl::Status Node::LoadNames() {
  absl::StatusOr<CatalogueInfo> info = catalogue_->Info();
  if (!info.ok()) return info.status();
  absl::StatusOr<std::vector<Collection>> documents = catalogue_->Collections();
  if (!documents.ok()) return documents.status();
  const auto describe = [&documents](Collection::Kind kind, const std::vector<std::string>& ids) {
    std::vector<Collection> described;
    for (const std::string& id : ids) described.push_back(Described(*documents, kind, id));
    return described;
  };
  Names names[2];
  std::vector<Collection> all_datasets;
  for (const CatalogueInfo::Dataset& dataset : info->datasets) {
    all_datasets.push_back(Described(*documents, Collection::Kind::kDataset, dataset.id));
  }
  for (const Tier tier : {Tier::kPublic, Tier::kRegistered}) {
    absl::StatusOr<std::vector<std::string>> datasets = DatasetIdsFor(tier, *info);
    // The policy may have one of the two only.
    if (absl::IsNotFound(datasets.status())) continue;
    if (!datasets.ok()) return datasets.status();
    absl::StatusOr<std::vector<std::string>> cohorts = CohortIdsFor(tier);
    if (!cohorts.ok()) return cohorts.status();
    names[static_cast<size_t>(tier)] = {describe(Collection::Kind::kDataset, *datasets),
                                        describe(Collection::Kind::kCohort, *cohorts)};
  }
  std::vector<OntologyVersion> ontologies;
  for (const CatalogueInfo::Ontology& ontology : info->ontologies) {
    if (ontology.current) ontologies.push_back({ontology.id, ontology.version});
  }
  absl::MutexLock lock(&mutex_);
  public_names_ = std::move(names[0]);
  registered_names_ = std::move(names[1]);
  all_datasets_ = std::move(all_datasets);
  ontologies_ = std::move(ontologies);
  version_ = info->version;
  return absl::OkStatus();
}

Tier Node::TierFor(const Caller& caller, std::string_view dataset) const {
  return !dataset.empty() && caller.grants.contains(std::string(dataset)) ? Tier::kControlled : caller.tier;
}

const TierSettings& Node::SettingsOf(Tier tier) const {
  return tier == Tier::kPublic       ? settings_.open_tier
         : tier == Tier::kRegistered ? settings_.registered
                                     : settings_.controlled;
}

absl::StatusOr<std::shared_ptr<Guest>> Node::AdmitCaller(const Caller& caller, Tier tier,
                                                         std::string_view dataset) const {
  Principal principal{.name = caller.name, .tier = SettingsOf(tier).policy};
  // A grant opens one dataset: what is counted under its tier is that dataset alone.
  if (tier == Tier::kControlled) principal.datasets.emplace_back(dataset);
  const std::string key = Concat(principal.tier, "\n", principal.name, "\n", tier == Tier::kControlled ? dataset : "");
  if (std::shared_ptr<Guest> kept = guests_.Find(key)) return kept;
  // Not under a lock: letting one in reads the ledger.
  absl::StatusOr<std::unique_ptr<Guest>> guest = catalogue_->Admit(principal);
  if (!guest.ok()) return guest.status();
  return guests_.Add(key, *std::move(guest));
}

HeldAnswers Node::Ask(const Caller& caller, const Question& question) const {
  if (question.gone.stop_requested()) return {absl::CancelledError("the client has gone")};
  const Tier tier = TierFor(caller, question.dataset);
  QueryOptions options;
  options.parameters = question.parameters;
  options.ontologies = question.ontologies;
  options.timeout = question.deadline;
  options.stop = question.gone;
  if (IsExact(tier)) return {catalogue_->Query(question.text, options)};
  absl::StatusOr<std::shared_ptr<Guest>> guest = AdmitCaller(caller, tier, question.dataset);
  if (!guest.ok()) return {guest.status()};
  return (*guest)->QueryToHold(question.text, options);
}

absl::StatusOr<std::vector<Answer>> Node::AskAsHost(const std::string& text,
                                                    const std::map<std::string, std::string>& parameters) const {
  QueryOptions options;
  options.parameters = parameters;
  return catalogue_->Query(text, options);
}

absl::StatusOr<std::vector<Answer>> Node::Explain(const std::string& text,
                                                  const std::map<std::string, std::string>& parameters) const {
  return AskAsHost("explain " + text, parameters);
}

std::vector<CodePlace> Node::Where(const std::string& code) const {
  absl::StatusOr<std::vector<CodePlace>> places = catalogue_->Where(code);
  return places.ok() ? *std::move(places) : std::vector<CodePlace>();
}

std::vector<std::string> Node::UnitsFor(const Caller& guest, const std::string& assay) const {
  absl::StatusOr<std::shared_ptr<Guest>> admitted = AdmitCaller(guest, guest.tier, "");
  if (!admitted.ok()) return {};
  absl::StatusOr<std::vector<std::string>> units = (*admitted)->UnitsOf(assay);
  return units.ok() ? *std::move(units) : std::vector<std::string>();
}

size_t Node::StatementsIn(const std::string& text) const {
  QueryOptions options;
  // Larger texts are treated as those of a guest, whose limits apply.
  options.max_text_bytes = kMaxCountedBytes;
  options.max_terms = kMaxCountedTerms;
  absl::StatusOr<std::unique_ptr<Prepared>> prepared = catalogue_->Prepare(text, options);
  return prepared.ok() ? (*prepared)->statements() : 0;
}

Completions Node::Complete(const Caller& caller, std::string_view text, size_t cursor) const {
  if (IsExact(caller.tier)) return catalogue_->Complete(text, cursor);
  absl::StatusOr<std::shared_ptr<Guest>> guest = AdmitCaller(caller, caller.tier, "");
  return guest.ok() ? (*guest)->Complete(text, cursor) : Completions();
}

absl::StatusOr<std::vector<ListedCode>> Node::ListedFor(const Caller& guest, std::string_view entity,
                                                        std::string_view field) const {
  absl::StatusOr<std::shared_ptr<Guest>> admitted = AdmitCaller(guest, guest.tier, "");
  if (!admitted.ok()) return admitted.status();
  return (*admitted)->Listed(entity, field);
}

const Node::Names& Node::NamesFor(const Caller& caller) const {
  return caller.tier == Tier::kPublic ? public_names_ : registered_names_;
}

std::vector<Collection> Node::Datasets(const Caller& caller) const {
  absl::MutexLock lock(&mutex_);
  std::vector<Collection> datasets = NamesFor(caller).datasets;
  for (const Collection& one : all_datasets_) {
    if (!caller.grants.contains(one.id)) continue;
    if (std::ranges::none_of(datasets, [&](const Collection& seen) { return seen.id == one.id; })) {
      datasets.push_back(one);
    }
  }
  return datasets;
}

std::vector<OntologyVersion> Node::Ontologies() const {
  absl::MutexLock lock(&mutex_);
  return ontologies_;
}

std::vector<Collection> Node::Cohorts(const Caller& caller) const {
  absl::MutexLock lock(&mutex_);
  return NamesFor(caller).cohorts;
}

absl::Status Node::Refresh() {
  absl::StatusOr<uint64_t> version = catalogue_->Refresh();
  if (!version.ok()) return version.status();
  if (*version != version_.load()) return LoadNames();
  if (!guests_are_let_in_ || std::chrono::steady_clock::now() < next_epoch_) return absl::OkStatus();
  next_epoch_ = std::chrono::steady_clock::now() + kBetweenEpochs;
  const absl::StatusOr<bool> begun = catalogue_->PublishEpochIfDue();
  if (begun.ok()) return *begun ? LoadNames() : absl::OkStatus();
  return absl::Status(begun.status().code(),
                      Concat("the next epoch of guests is due, and this process could not begin it (",
                             std::string(begun.status().message()),
                             "); the next import does, and so does: muster policy CATALOGUE --epoch"));
}

}  // namespace muster::serve
