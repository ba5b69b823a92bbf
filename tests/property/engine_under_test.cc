#include "tests/property/engine_under_test.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "engine/api/low_effect/people_counter.h"
#include "engine/api/pipeline/pipeline.h"
#include "engine/api/versions/load_view.h"
#include "engine/bind/binder.h"
#include "engine/bind/bound/scope.h"
#include "engine/index/catalogue_writer.h"
#include "engine/index/record_keys.h"
#include "engine/plan/plan.h"
#include "engine/plan/verify.h"
#include "engine/release/low_effect/canonical_criteria.h"
#include "grammar/clone.h"
#include "grammar/parse.h"
#include "storage/store.h"
#include "tests/property/random/random.h"
#include "tests/property/random/random_catalogue.h"

namespace muster::property {

namespace {

using Key = std::pair<std::string, std::string>;  // dataset and id

/// `text` with codes for the names that are refused as "NAME" is CODE LABEL, ...; nothing when none is.
std::optional<std::string> WithCodes(std::string text, const std::vector<Answer>& answers) {
  std::map<size_t, const Diagnostic*, std::greater<>> refused;  // the last one first
  for (const Answer& answer : answers) {
    for (const Diagnostic& diagnostic : answer.diagnostics) {
      if (diagnostic.code == "term-not-in-use") refused[diagnostic.begin] = &diagnostic;
    }
  }
  for (const auto& [begin, diagnostic] : refused) {
    const std::string& message = diagnostic->message;
    const size_t code = message.find("\" is ") + 5;
    text.replace(begin, diagnostic->end - begin, message.substr(code, message.find_first_of(" ,", code) - code));
  }
  return refused.empty() ? std::nullopt : std::optional(std::move(text));
}

/// What one commit does.
struct Step {
  index::WriterOptions options;
  bool ontologies = false;
  bool keys = false;         ///< draws the secret keys
  bool record_keys = false;  ///< makes the record keys of what is there
  std::vector<std::pair<const World*, const model::Record*>> add;
  std::vector<Key> remove;
};

struct Plan {
  World others;  ///< records that will not stay
  std::vector<Step> steps;
  std::vector<Key> remove_last;
};

/// The records' symbols are of the world's dictionary; the catalogue has numbers of its own.
model::Record Translate(const model::Record& record, const model::Dictionary& from, index::CatalogueWriter& to) {
  const auto translate = [&](model::Symbol symbol) { return to.Intern(from.Text(symbol), from.Label(symbol)); };
  model::Record translated = record;
  for (model::Row& row : translated.rows) {
    for (model::FieldValue& fv : row.values) {
      if (auto* symbol = std::get_if<model::Symbol>(&fv.value)) *symbol = translate(*symbol);
      auto* time = std::get_if<model::TimeValue>(&fv.value);
      if (time != nullptr && time->term != model::kNoSymbol) time->term = translate(time->term);
    }
  }
  return translated;
}

absl::Status Run(const Step& step, const World& world, storage::Store& store, model::DictionaryPtr* dictionary) {
  index::CatalogueWriter writer(store, *dictionary, step.options);
  if (step.ontologies) {
    for (const auto& ontology : world.ontologies) writer.AddOntology(ontology);
    for (const model::Collection& collection : world.collections) {
      writer.PutDocument(model::CollectionDocument(collection.kind, collection.id),
                         model::EncodeCollection(collection));
    }
  }
  for (const auto& [owner, record] : step.add) {
    model::Taken taken;
    absl::Status status = writer.AddRecord(Translate(*record, owner->dictionary, writer), &taken);
    if (!status.ok()) return status;
  }
  for (const auto& [dataset, id] : step.remove) {
    const absl::StatusOr<bool> was_there = writer.Remove(dataset, id);
    if (!was_there.ok()) return was_there.status();
    if (!*was_there) return absl::InternalError(absl::StrCat("nobody to remove: ", dataset, "/", id));
  }
  if (step.keys) {
    if (absl::Status status = writer.EnsureSecretKeys(); !status.ok()) return status;
  }
  if (absl::Status status = writer.Commit(); !status.ok()) return status;
  *dictionary = writer.dictionary();
  return step.record_keys ? index::StoreRecordKeys(store) : absl::OkStatus();
}

/// Some that have the identity of records of the world, and some that are nobody there.
void AddOthers(Random& random, const World& world, int replaced_percent, int strangers, Plan* plan) {
  plan->others.ontologies = world.ontologies;
  const std::vector<std::string> codes = CodePool(world);
  for (const model::Record& record : world.records) {
    if (!random.Chance(replaced_percent)) continue;
    plan->others.records.push_back(RandomRecord(random, codes, record.dataset, record.id, &plan->others));
  }
  for (int i = 0; i < strangers; ++i) {
    const std::string dataset = world.records.empty() ? "North" : random.Pick(world.records).dataset;
    plan->others.records.push_back(RandomRecord(random, codes, dataset, absl::StrCat("X", i), &plan->others));
  }
}

index::WriterOptions SmallSegments(Random& random, bool merge) {
  index::WriterOptions options;
  options.max_individuals = static_cast<uint32_t>(1 + random.Below(8));
  options.small_segment = static_cast<uint32_t>(random.Below(6));
  options.merge_at = merge ? 2 + random.Below(3) : 100000;
  return options;
}

std::unique_ptr<Plan> MakePlan(const World& world, Way way, Random& random) {
  auto owned = std::make_unique<Plan>();  // its steps point into it
  Plan& plan = *owned;
  const size_t commits = way == Way::kOneSegment ? 1 : 2 + random.Below(4);
  for (size_t i = 0; i < commits; ++i) {
    Step& step = plan.steps.emplace_back();
    if (way != Way::kOneSegment) step.options = SmallSegments(random, way == Way::kMerged || random.Chance(50));
  }
  plan.steps[random.Below(commits)].ontologies = true;
  // Segments before have no record keys; they may get them later, or have them computed.
  plan.steps[random.Below(commits)].keys = true;
  if (random.Chance(50)) plan.steps.back().record_keys = true;
  if (way == Way::kReplaced) AddOthers(random, world, 60, 0, &plan);
  if (way == Way::kDeleted) AddOthers(random, world, 20, 8, &plan);
  // What does not stay comes in a commit before: within one, records of one individual are united.
  std::map<Key, size_t> earliest;
  for (const model::Record& record : plan.others.records) {
    const size_t at = random.Below(commits - 1);
    plan.steps[at].add.emplace_back(&plan.others, &record);
    earliest[{record.dataset, record.id}] = at;
  }
  std::vector<const model::Record*> shuffled;
  for (const model::Record& record : world.records) shuffled.push_back(&record);
  for (size_t i = shuffled.size(); i > 1; --i) std::swap(shuffled[i - 1], shuffled[random.Below(i)]);
  for (const model::Record* record : shuffled) {
    const Key key{record->dataset, record->id};
    const size_t first = earliest.contains(key) ? earliest[key] + 1 : 0;
    plan.steps[first + random.Below(commits - first)].add.emplace_back(&world, record);
    earliest.erase(key);
  }
  for (const auto& [key, at] : earliest) {
    if (random.Chance(50)) {
      plan.remove_last.push_back(key);
    } else {
      plan.steps[at + random.Below(commits - at)].remove.push_back(key);
    }
  }
  return owned;
}

/// In memory unless the environment says otherwise: the test writes hundreds of catalogues.
std::filesystem::path TemporaryDirectory() {
  std::error_code error;
  if (std::getenv("TMPDIR") == nullptr && std::filesystem::is_directory("/dev/shm", error)) return "/dev/shm";
  return std::filesystem::temp_directory_path();
}

// What breaks an invariant of plans is named here, as release builds do not look.
absl::Status CheckPlans(const bind::Query& query) {
  const auto check = [](const bind::ConditionPtr& where) {
    const std::string problem = where == nullptr ? "" : plan::Verify(*plan::MakePlan(*where).root);
    return problem.empty() ? absl::OkStatus() : absl::InternalError(absl::StrCat("an unsound plan: ", problem));
  };
  absl::Status status = check(query.where);
  if (status.ok()) status = check(query.persons);
  for (const bind::Variant& variant : query.variants) {
    if (status.ok()) status = check(variant.where);
  }
  return status;
}

}  // namespace

std::string NameOf(Way way) {
  switch (way) {
    case Way::kOneSegment:
      return "one segment";
    case Way::kManySegments:
      return "many segments";
    case Way::kMerged:
      return "merged segments";
    case Way::kReplaced:
      return "individuals replaced";
    case Way::kDeleted:
      return "individuals deleted";
  }
  return "";
}

absl::StatusOr<std::unique_ptr<EngineUnderTest>> EngineUnderTest::Build(const World& world, Way way, uint64_t seed,
                                                                        const std::vector<std::string>& questions) {
  std::string pattern = (TemporaryDirectory() / "muster-property-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) return absl::InternalError("no temporary directory");
  std::unique_ptr<EngineUnderTest> engine(new EngineUnderTest);
  engine->directory_ = pattern;
  const std::string path = (engine->directory_ / "catalogue").string();
  Random random(seed);
  const std::unique_ptr<const Plan> plan = MakePlan(world, way, random);
  {
    storage::StoreOptions options;
    options.create_if_missing = true;
    absl::StatusOr<std::unique_ptr<storage::Store>> store = storage::Store::Open(path, options);
    if (!store.ok()) return store.status();
    auto dictionary = std::make_shared<const model::Dictionary>();
    for (const Step& step : plan->steps) {
      if (absl::Status status = Run(step, world, **store, &dictionary); !status.ok()) return status;
    }
  }
  absl::StatusOr<std::unique_ptr<Catalogue>> catalogue = Catalogue::Open(path, {});
  if (!catalogue.ok()) return catalogue.status();
  engine->catalogue_ = *std::move(catalogue);
  if (!plan->remove_last.empty()) {
    for (const std::string& question : questions) {
      if (auto answers = engine->Ask(question); !answers.ok()) return answers.status();
    }
  }
  for (const auto& [dataset, id] : plan->remove_last) {
    const absl::StatusOr<uint64_t> removed = engine->catalogue_->Delete(dataset, {id});
    if (!removed.ok()) return removed.status();
    if (*removed != 1) return absl::InternalError(absl::StrCat("nobody to delete: ", dataset, "/", id));
  }
  for (const auto& [name, definition] : world.cohorts) {
    if (auto saved = engine->Ask(definition); !saved.ok()) return saved.status();
  }
  return engine;
}

EngineUnderTest::~EngineUnderTest() {
  view_.reset();
  store_.reset();
  catalogue_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(directory_, ignored);
}

absl::StatusOr<std::vector<Answer>> EngineUnderTest::Ask(const std::string& text, const QueryOptions& options) const {
  absl::StatusOr<std::vector<Answer>> answers = catalogue_->Query(text, options);
  const auto with_codes = answers.ok() ? WithCodes(text, *answers) : std::nullopt;
  return with_codes ? catalogue_->Query(*with_codes, options) : std::move(answers);
}

std::vector<std::string> PassesLeftOut(unsigned kept) {
  std::vector<std::string> without;
  for (size_t p = 0; p < plan::Passes().size(); ++p) {
    if ((kept >> p & 1) == 0) without.emplace_back(plan::Passes()[p].name);
  }
  return without;
}

absl::StatusOr<std::vector<Answer>> EngineUnderTest::AskWith(const std::string& text,
                                                             const std::vector<std::string>& without_passes) {
  if (absl::Status status = OpenStore(); !status.ok()) return status;
  api::PipelineContext context{*view_, &unions_};
  context.without_passes = without_passes;
  context.share_from_ns = 0;
  absl::StatusOr<std::vector<Answer>> answers = api::AnswerText(text, {}, context);
  const auto with_codes = answers.ok() ? WithCodes(text, *answers) : std::nullopt;
  return with_codes ? api::AnswerText(*with_codes, {}, context) : std::move(answers);
}

absl::Status EngineUnderTest::OpenStore() {
  if (store_ != nullptr) return absl::OkStatus();
  auto store = storage::Store::Open((directory_ / "catalogue").string(), {.read_only = true});
  if (!store.ok()) return store.status();
  auto view = api::LoadView(**store, &workers_);
  if (!view.ok()) return view.status();
  store_ = *std::move(store);
  view_ = *std::move(view);
  return absl::OkStatus();
}

absl::StatusOr<secret::SecretKeys> EngineUnderTest::Keys() {
  if (absl::Status status = OpenStore(); !status.ok()) return status;
  const auto keys = secret::SecretKeysIn(*view_->snapshot().documents);
  if (!keys.ok()) return keys.status();
  if (!keys->has_value()) return absl::InternalError("no secret keys");
  return **keys;
}

absl::StatusOr<std::string> EngineUnderTest::Understood(const std::string& text) {
  if (absl::Status status = OpenStore(); !status.ok()) return status;
  const grammar::ParseResult parsed = grammar::Parse(text);
  if (parsed.statements.size() != 1) return absl::InvalidArgumentError(text);
  std::vector<Answer> answers(1);
  const auto query = bind::Bind(parsed.statements[0], *view_, &answers[0].diagnostics);
  if (!query.ok()) return query.status();
  if (query->has_value()) {
    if (absl::Status status = CheckPlans(**query); !status.ok()) return status;
  }
  return WithCodes(text, answers).value_or(text);
}

absl::StatusOr<execute::CellSets> EngineUnderTest::Sets(const std::string& text, const execute::SetOptions& options) {
  const absl::StatusOr<std::string> asked = Understood(text);
  if (!asked.ok()) return asked.status();
  const grammar::ParseResult parsed = grammar::Parse(*asked);
  if (parsed.statements.size() != 1) return absl::InvalidArgumentError(*asked);
  std::vector<Diagnostic> diagnostics;
  const auto query = bind::Bind(parsed.statements[0], *view_, &diagnostics);
  if (!query.ok()) return query.status();
  if (!query->has_value()) return absl::InvalidArgumentError(*asked);
  const plan::Plan plan = plan::MakePlan(*(*query)->where);
  const plan::Plan persons = (*query)->persons == nullptr ? plan::Plan() : plan::MakePlan(*(*query)->persons);
  execute::Context context{view_.get(), &unions_};
  context.share_from_ns = 0;
  return execute::ExecuteSets(**query, plan, persons, context, options);
}

absl::StatusOr<grammar::ExprPtr> EngineUnderTest::ExpandCohorts(const grammar::Count& count) {
  if (absl::Status status = OpenStore(); !status.ok()) return status;
  if (count.where == nullptr) return nullptr;
  // About other rows the criteria of a cohort would say something else.
  if (bind::FindEntity(count.entities[0].entity.text) != model::Entity::kIndividual) {
    return grammar::Clone(*count.where);
  }
  return release::ExpandCohorts(*count.where, [&](const grammar::CohortRef& cohort) -> std::optional<std::string> {
    const auto saved = view_->cohorts().find(absl::AsciiStrToLower(cohort.name));
    if (saved == view_->cohorts().end()) return std::nullopt;
    return saved->second.versions.back().text;
  });
}

absl::StatusOr<release::LowEffect> EngineUnderTest::LeaveOutLowEffects(const grammar::Count& count, uint64_t k) {
  if (absl::Status status = OpenStore(); !status.ok()) return status;
  execute::Context context{view_.get(), &unions_};
  context.share_from_ns = 0;
  api::PeopleCounter people(count.entities[0], api::PeopleCounter::Reading::kAsWritten, nullptr, nullptr, context);
  return release::LeaveOutLowEffects(count.where.get(), count.by, k, people);
}

absl::Status EngineUnderTest::Check() const {
  const absl::StatusOr<CheckReport> report = catalogue_->Check({});
  if (!report.ok()) return report.status();
  if (report->problems.empty()) return absl::OkStatus();
  return absl::InternalError(report->problems[0]);
}

}  // namespace muster::property
