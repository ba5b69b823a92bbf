#include "engine/api/guest/guest_text.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "absl/functional/function_ref.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "allowance/too_large.h"
#include "engine/api/guest/catalogue_questions.h"
#include "engine/api/guest/guest_explanation.h"
#include "engine/api/guest/guest_table.h"
#include "engine/api/guest/known/read_guest_text.h"
#include "engine/api/guest/ledger/budget_diagnostic.h"
#include "engine/api/guest/ledger/guest_entry.h"
#include "engine/api/guest/questions/counted_sets.h"
#include "engine/api/guest/questions/guest_statement.h"
#include "engine/api/pipeline/stopped.h"
#include "engine/api/statements/catalogue_statements.h"
#include "engine/bind/binder.h"
#include "engine/release/door/count_table.h"
#include "engine/release/door/number_door.h"
#include "engine/release/ledger/answer_hash.h"
#include "grammar/parse.h"

namespace muster::api {
namespace {

using grammar::Statement;

// Guests do not get more than the embedding program gets by default.
QueryOptions WithBounds(const QueryOptions& options) {
  const QueryOptions most;
  QueryOptions bounded = options;
  bounded.max_text_bytes = std::min(options.max_text_bytes, most.max_text_bytes);
  bounded.max_depth = std::min(options.max_depth, most.max_depth);
  bounded.max_terms = std::min(options.max_terms, most.max_terms);
  bounded.max_criteria = std::min(options.max_criteria, most.max_criteria);
  return bounded;
}

class GuestText {
 public:
  GuestText(std::string_view text, const QueryOptions& options, const GuestContext& context)
      : text_(text),
        options_(WithBounds(options)),
        context_(context),
        guest_(context.guest),
        tier_(context.guest.tier) {}

  absl::StatusOr<std::vector<Answer>> Answers() {
    if (absl::Status loaded = LoadCohorts(); !loaded.ok()) return loaded;
    // What a text says depends on them.
    const bool is_shared = cohorts_.saved().empty();
    if (is_shared) known_ = context_.known.Find(guest_.number, text_, options_);
    const bool is_new = known_ == nullptr;
    if (is_new) {
      // Whatever its deadline: reading takes time by the length of the text alone, and what was asked goes to the
      // ledger.
      made_ = ReadGuestText(text_, options_, guest_, cohorts_);
      known_ = made_;
    }
    for (const std::vector<Diagnostic>& said : known_->said) answers_.emplace_back().diagnostics = said;
    const AllowanceScope scope(&allowance_);
    absl::Status status = HasRefused() ? RecordRefusals() : AnswerAll();
    if (!status.ok()) return status;
    if (is_new && is_shared && IsKnownNow()) context_.known.Insert(guest_.number, text_, options_, std::move(made_));
    return std::move(answers_);
  }

 private:
  const Statement& StatementAt(size_t i) const { return (*known_->parsed.statements)[i]; }

  absl::Status LoadCohorts() {
    if (!tier_.limits.cohorts || tier_.one_principal) return absl::OkStatus();
    absl::StatusOr<model::SavedCohorts> saved = context_.ledger.CohortsOf(tier_.name, context_.principal.name);
    if (!saved.ok()) return saved.status();
    cohorts_ = OwnCohorts(*std::move(saved));
    return absl::OkStatus();
  }

  // Whether all that was asked are numbers, and was counted.
  bool IsKnownNow() const {
    if (made_->parsed.statements == nullptr) return false;
    for (size_t i = 0; i < made_->taken.size(); ++i) {
      const GuestStatement& taken = made_->taken[i];
      if (StatementAt(i).explain != Statement::Explain::kNo || taken.change.has_value()) return false;
      if (taken.questions.empty() || made_->found[i].size() != taken.questions.size()) return false;
    }
    return true;
  }

  bool HasRefused() const {
    return std::any_of(answers_.begin(), answers_.end(), [](const Answer& a) { return HasErrors(a.diagnostics); });
  }

  // A refused text costs no units, but counts for the rate.
  absl::Status RecordRefusals() {
    for (size_t i = 0; i < answers_.size(); ++i) {
      absl::StatusOr<release::Ledger::BeginResult> begun =
          context_.ledger.Begin(tier_, context_.principal.name, guest_.state->epoch, 0, 0);
      if (!begun.ok()) return begun.status();
      if (!begun->reservation.has_value()) {
        RefuseAll(begun->refusal);
        return absl::OkStatus();
      }
      if (absl::Status status = Record(i, *std::move(begun->reservation)); !status.ok()) return status;
    }
    return absl::OkStatus();
  }

  void RefuseAll(const release::BudgetRefusal& refusal) {
    const Diagnostic why = BudgetDiagnostic(refusal, tier_, answers_.size(), text_.size());
    for (Answer& answer : answers_) {
      answer = Answer();
      answer.diagnostics.push_back(why);
    }
  }

  absl::Status AnswerAll() {
    std::vector<release::Ledger::Reservation> reservations;
    for (size_t i = 0; i < answers_.size(); ++i) {
      absl::StatusOr<release::Ledger::BeginResult> begun =
          context_.ledger.Begin(tier_, context_.principal.name, guest_.state->epoch,
                                QuestionOf(*known_, i, options_, context_), known_->words[i].units);
      if (!begun.ok()) return begun.status();
      if (!begun->reservation.has_value()) {
        RefuseAll(begun->refusal);
        return absl::OkStatus();
      }
      reservations.push_back(*std::move(begun->reservation));
    }
    if (made_ != nullptr) {
      if (absl::Status bound = Bind(); !bound.ok()) return bound;
    }
    const bool refused = HasRefused();
    for (size_t i = 0; i < answers_.size(); ++i) {
      absl::Status status = refused ? Record(i, std::move(reservations[i])) : AnswerOne(i, std::move(reservations[i]));
      if (!status.ok()) return status;
    }
    return absl::OkStatus();
  }

  absl::Status Bind() {
    for (size_t i = 0; i < answers_.size(); ++i) {
      const bind::SavedTexts cohorts = known_->taken[i].cohorts.Texts();
      auto query = bind::Bind(StatementAt(i), *guest_.view, &answers_[i].diagnostics, &cohorts);
      if (allowance_.stopped() != Stopped::kNo) {
        const grammar::Span span = StatementAt(i).span;
        answers_[i].diagnostics = {StoppedDiagnostic(allowance_, span.begin, span.end)};
      } else if (!query.ok()) {
        return query.status();
      }
    }
    for (size_t i = 0; i < answers_.size(); ++i) made_->said[i] = answers_[i].diagnostics;
    return absl::OkStatus();
  }

  // A statement that is not answered.
  absl::Status Record(size_t i, release::Ledger::Reservation reservation) {
    const auto decide = [&](release::AnswerMemory&, int64_t, LedgerEntry* entry) {
      entry->answer_hash = release::HashOfAnswer(answers_[i]);
    };
    return context_.ledger
        .Finish(std::move(reservation), EntryOf(*known_, i, answers_[i], options_, context_),
                guest_.state->policy.ledger.disk, decide)
        .status();
  }

  absl::Status AnswerOne(size_t i, release::Ledger::Reservation reservation) {
    if (StatementAt(i).explain != Statement::Explain::kNo) return AnswerWithoutNumbers(i, std::move(reservation));
    if (std::holds_alternative<grammar::Drop>(StatementAt(i).query)) {
      return AnswerWithoutNumbers(i, std::move(reservation));
    }
    if (IsCatalogueStatement(StatementAt(i))) return AnswerAboutCatalogue(i, std::move(reservation));
    return AnswerNumbers(i, std::move(reservation));
  }

  absl::Status AnswerWithoutNumbers(size_t i, release::Ledger::Reservation reservation) {
    Table table;
    if (const auto* drop = std::get_if<grammar::Drop>(&StatementAt(i).query)) {
      table.columns = {Column::Key("dropped")};
      table.rows.push_back({drop->cohort.name});
    } else {
      absl::StatusOr<Table> explained = ExplainToGuest(known_->taken[i].questions, *guest_.view);
      if (!explained.ok()) return explained.status();
      table = *std::move(explained);
    }
    return Finish(i, std::move(reservation), [&](release::NumberDoor*) { return std::move(table); });
  }

  absl::Status AnswerNumbers(size_t i, release::Ledger::Reservation reservation) {
    if (!CheckStop().ok()) return RefuseStopped(i, std::move(reservation));
    const std::vector<Question>& questions = known_->taken[i].questions;
    for (size_t q = known_->found[i].size(); q < questions.size(); ++q) {
      absl::StatusOr<CountedSets> found = ExecuteForDoor(questions[q], guest_, context_.unions);
      if (allowance_.stopped() != Stopped::kNo) return RefuseStopped(i, std::move(reservation));
      if (IsTooLarge(found.status())) {
        RefuseTooLarge(i);
      } else if (absl::IsFailedPrecondition(found.status()) || absl::IsInvalidArgument(found.status())) {
        answers_[i].diagnostics.push_back(
            ErrorOf(StatementAt(i), "not-offered", "this question is not answered here", {"ask a simpler one"}));
      } else if (!found.ok()) {
        return found.status();
      }
      if (!found.ok()) return Record(i, std::move(reservation));
      made_->found[i].push_back(*std::move(found));
    }
    const std::vector<CountedSets>& sets = known_->found[i];
    return Finish(i, std::move(reservation), [&](release::NumberDoor* door) {
      if (const auto& change = known_->taken[i].change; change.has_value()) {
        return DefinitionTable(*change->saved, NumberOf(sets[0], door));
      }
      Table table = DecideTable(StatementAt(i), questions, sets, tier_, guest_.state->noise, door);
      for (const CountedSets& of : sets) AddLabels(of.labels, questions[0].count.by.size(), &table);
      return table;
    });
  }

  absl::Status AnswerAboutCatalogue(size_t i, release::Ledger::Reservation reservation) {
    absl::StatusOr<std::optional<CatalogueQuestions>> asked =
        AskAboutCatalogue(StatementAt(i), guest_, known_->taken[i].cohorts, &answers_[i].diagnostics);
    if (allowance_.stopped() != Stopped::kNo) return RefuseStopped(i, std::move(reservation));
    if (!asked.ok()) return asked.status();
    if (!asked->has_value()) return Record(i, std::move(reservation));
    CatalogueQuestions& questions = **asked;
    // What cannot be counted stays withheld.
    std::vector<std::optional<CountedSets>> sets(questions.asked.size());
    for (size_t n = 0; n < sets.size(); ++n) {
      std::vector<Question> one;
      one.push_back(std::move(questions.asked[n].question));
      const absl::StatusOr<bool> named = known_->taken[i].cohorts.Expand(&one);
      if (!named.ok() || (*named && !RefusalsOfExpanded(one[0], tier_, StatementAt(i).span).empty())) continue;
      absl::StatusOr<CountedSets> found = ExecuteForDoor(one[0], guest_, context_.unions);
      if (allowance_.stopped() != Stopped::kNo) return RefuseStopped(i, std::move(reservation));
      const bool unanswerable = absl::IsFailedPrecondition(found.status()) || absl::IsInvalidArgument(found.status());
      if (!found.ok() && !unanswerable) return found.status();
      if (found.ok()) sets[n] = *std::move(found);
    }
    return Finish(i, std::move(reservation), [&](release::NumberDoor* door) {
      Table table = questions.table;
      for (size_t n = 0; n < sets.size(); ++n) {
        if (!sets[n].has_value()) continue;
        table.rows[questions.asked[n].row][questions.asked[n].column] = NumberOf(*sets[n], door);
      }
      for (const auto& [row, column] : questions.nobody) table.rows[row][column] = door->ShowPeople({});
      OrderRows(questions, &table);
      return table;
    });
  }

  // Of a question that has one number.
  Cell NumberOf(const CountedSets& sets, release::NumberDoor* door) const {
    return release::ReleaseCount(sets.query, sets.asked, sets.effective(), sets.sites, tier_, guest_.state->noise, door)
        .rows.at(0)
        .at(0);
  }

  // It costs its units, as any executed statement: its duration may reveal as much as its numbers.
  absl::Status RefuseStopped(size_t i, release::Ledger::Reservation reservation) {
    const grammar::Span span = StatementAt(i).span;
    answers_[i].diagnostics.push_back(StoppedDiagnostic(allowance_, span.begin, span.end));
    return Record(i, std::move(reservation));
  }

  // Decides the numbers of a statement, in `make`, and writes what came of it to the ledger before it leaves.
  absl::Status Finish(size_t i, release::Ledger::Reservation reservation,
                      absl::FunctionRef<Table(release::NumberDoor*)> make) {
    const auto decide = [&](release::AnswerMemory& memory, int64_t widest_people, LedgerEntry* entry) {
      release::NumberDoor door(tier_, widest_people, guest_.state->noise, guest_.state->epoch, &memory);
      Table table = make(&door);
      if (table.rows.size() * table.columns.size() > tier_.limits.cells && table.rows.size() > 1) {
        RefuseTooLarge(i);
      } else {
        answers_[i].table = std::move(table);
      }
      entry->near = door.was_near();
      entry->outcome = OutcomeOf(answers_[i]);
      entry->answer_hash = release::HashOfAnswer(answers_[i]);
    };
    const release::CohortChange* change = known_->taken[i].change.has_value() ? &*known_->taken[i].change : nullptr;
    const bool disk = guest_.state->policy.ledger.disk;
    const absl::StatusOr<std::string> hash = context_.ledger.Finish(
        std::move(reservation), EntryOf(*known_, i, answers_[i], options_, context_), disk, decide, change);
    if (!hash.ok()) {
      answers_.clear();
      return hash.status();
    }
    if (answers_[i].table.has_value()) Stamp(i, *hash, &answers_[i].table->provenance);
    return absl::OkStatus();
  }

  void RefuseTooLarge(size_t i) {
    answers_[i].diagnostics.push_back(
        ErrorOf(StatementAt(i), "answer-too-large",
                absl::StrCat("the answer has more than the ", tier_.limits.cells, " cells that are offered here"),
                {"narrow it with where or top"}));
  }

  void Stamp(size_t i, const std::string& hash, Provenance* provenance) const {
    provenance->statement = known_->words[i].printed;
    for (const ontology::OntologyPtr& ontology : guest_.view->terminology().ontologies()) {
      provenance->ontologies.push_back({ontology->id(), ontology->version()});
    }
    provenance->release = ReleaseName(guest_);
    provenance->engine = absl::StrCat("muster ", std::string(Version()));
    provenance->epoch = absl::StrCat(guest_.state->epoch);
    provenance->ledger = hash;
    const int64_t k = tier_.protection.people;
    provenance->note =
        absl::StrCat("criteria that concern fewer than ", k, " people have no effect; sets that differ by about ", k,
                     " people or fewer may have one number; numbers need not add up, nor follow small "
                     "changes");
  }

  const std::string_view text_;
  const QueryOptions options_;
  const GuestContext& context_;
  const GuestView& guest_;
  const release::Tier& tier_;
  Allowance allowance_{{options_.timeout, options_.memory_bytes, options_.stop}};
  OwnCohorts cohorts_;               // before the first statement
  KnownTextPtr known_;               // the text, known before or made_
  std::shared_ptr<KnownText> made_;  // null where it was known
  std::vector<Answer> answers_;
};

}  // namespace

std::string ReleaseName(const GuestView& guest) {
  return absl::StrCat(guest.tier.name, "/", guest.state->policy.version);
}

absl::StatusOr<std::vector<Answer>> AnswerGuest(std::string_view text, const QueryOptions& options,
                                                const GuestContext& context) {
  return GuestText(text, options, context).Answers();
}

}  // namespace muster::api
