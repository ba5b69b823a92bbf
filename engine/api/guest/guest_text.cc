#include "engine/api/guest/guest_text.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "engine/api/guest/counted_sets.h"
#include "engine/api/guest/guest_table.h"
#include "engine/api/guest/question.h"
#include "engine/api/guest/redact.h"
#include "engine/api/pipeline/prepare.h"
#include "engine/bind/binder.h"
#include "engine/release/by_text/refusals.h"
#include "engine/release/by_text/units.h"
#include "engine/release/door/number_door.h"
#include "engine/release/ledger/sha256.h"
#include "engine/release/low_effect/low_effect.h"
#include "grammar/parse.h"

namespace muster::api {
namespace {

using grammar::Statement;

constexpr const char* kAnswered = "answered";
// Operands that the low-effect rule may have to look at, in all questions of a statement.
constexpr size_t kMaxOperands = 2000;

// Guests do not get more than the embedding program gets by default.
QueryOptions Bounded(const QueryOptions& options) {
  const QueryOptions most;
  QueryOptions bounded = options;
  bounded.max_text_bytes = std::min(options.max_text_bytes, most.max_text_bytes);
  bounded.max_depth = std::min(options.max_depth, most.max_depth);
  bounded.max_terms = std::min(options.max_terms, most.max_terms);
  bounded.max_criteria = std::min(options.max_criteria, most.max_criteria);
  return bounded;
}

Diagnostic ErrorOf(const Statement& statement, std::string code, std::string message, std::vector<std::string> hints) {
  return {Severity::kError,     std::move(code),    std::move(message),
          statement.span.begin, statement.span.end, std::move(hints)};
}

std::string ShapeOf(const Statement& statement) {
  if (const auto* steps = std::get_if<grammar::Steps>(&statement.query)) return steps->impact ? "impact" : "funnel";
  if (const auto* compare = std::get_if<grammar::CompareCohorts>(&statement.query)) {
    return absl::StrCat("compare ", compare->cohorts.size(), " by ", compare->by.size());
  }
  const auto* count = std::get_if<grammar::Count>(&statement.query);
  if (count == nullptr) return "other";
  if (count->with.has_value()) return "certainty";
  return count->by.empty() ? absl::StrCat("count ", count->entities.size())
                           : absl::StrCat("count ", count->entities.size(), " by ", count->by.size());
}

std::string FirstError(const std::vector<Diagnostic>& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::kError) return diagnostic.code;
  }
  return "another statement of the text was refused";
}

void AppendText(const Cell& cell, std::string* out) {
  if (const auto* text = std::get_if<std::string>(&cell)) absl::StrAppend(out, *text);
  if (const auto* number = std::get_if<muster::Number>(&cell)) {
    absl::StrAppend(out, static_cast<int>(number->kind), " ", number->value.value_or(-1), " ", number->low.value_or(-1),
                    " ", number->high.value_or(-1));
  }
  out->push_back('\0');
}

// Of all that the guest gets but for the hash of the entry itself.
std::string HashOfAnswer(const Answer& answer) {
  std::string bytes;
  if (answer.table.has_value()) {
    for (const Column& column : answer.table->columns) absl::StrAppend(&bytes, column.name, "\n");
    for (const std::vector<Cell>& row : answer.table->rows) {
      for (const Cell& cell : row) AppendText(cell, &bytes);
      bytes.push_back('\n');
    }
    for (const Cell& cell : answer.table->total) AppendText(cell, &bytes);
  }
  for (const Diagnostic& diagnostic : answer.diagnostics) absl::StrAppend(&bytes, diagnostic.code, "\n");
  return release::ToHex(release::Sha256(bytes));
}

class GuestText {
 public:
  GuestText(std::string_view text, const QueryOptions& options, const GuestContext& context)
      : text_(text), options_(Bounded(options)), context_(context), guest_(context.guest), tier_(context.guest.tier) {}

  absl::StatusOr<std::vector<Answer>> Answers() {
    Parse(text_, options_, nullptr, &parsed_);
    for (const PreparedStatement& prepared : parsed_.prepared) {
      answers_.emplace_back().diagnostics = prepared.diagnostics;
    }
    questions_.resize(answers_.size());
    if (parsed_.statements != nullptr) RefuseByText();
    absl::Status status = HasRefused() ? RecordRefusals() : AnswerAll();
    if (!status.ok()) return status;
    return std::move(answers_);
  }

 private:
  const Statement& StatementAt(size_t i) const { return (*parsed_.statements)[i]; }

  bool HasRefused() const {
    return std::any_of(answers_.begin(), answers_.end(), [](const Answer& a) { return HasErrors(a.diagnostics); });
  }

  void RefuseByText() {
    for (size_t i = 0; i < answers_.size(); ++i) {
      std::vector<Diagnostic>& diagnostics = answers_[i].diagnostics;
      for (Diagnostic& refusal : release::RefusalsByText(StatementAt(i), tier_.limits)) {
        diagnostics.push_back(std::move(refusal));
      }
      if (!HasErrors(diagnostics)) TakeApart(i);
      if (!options_.ontologies.empty()) {
        diagnostics.push_back(
            ErrorOf(StatementAt(i), "not-offered", "other versions of ontologies are not offered here", {}));
      }
    }
  }

  // The questions of a statement. What is not taken apart here is refused, whatever the tier allows.
  void TakeApart(size_t i) {
    const Statement& statement = StatementAt(i);
    std::vector<Diagnostic>& diagnostics = answers_[i].diagnostics;
    const bool pairs = tier_.limits.impact == release::ImpactAllowed::kPairs;
    std::optional<std::vector<Question>> questions = QuestionsOf(statement, pairs);
    if (statement.explain != Statement::Explain::kNo || !questions.has_value()) {
      diagnostics.push_back(ErrorOf(statement, "not-offered", "this statement is not offered here",
                                    {"write count individuals, with where and by"}));
      return;
    }
    size_t operands = 0;
    for (const Question& question : *questions)
      operands += release::CountOperands(question.count.where.get(), question.count.by);
    if (operands > kMaxOperands) {
      diagnostics.push_back(ErrorOf(statement, "too-many-criteria",
                                    absl::StrCat("the statement asks ", operands,
                                                 " criteria and values in all, and at "
                                                 "most ",
                                                 kMaxOperands, " are looked at"),
                                    {"ask fewer at a time"}));
      return;
    }
    questions_[i] = *std::move(questions);
  }

  // The units of a refused text are free, but not how often one is asked.
  absl::Status RecordRefusals() {
    for (size_t i = 0; i < answers_.size(); ++i) {
      absl::StatusOr<release::Ledger::Begun> begun =
          context_.ledger.Begin(tier_, context_.principal.name, guest_.state->epoch, 0, 0);
      if (!begun.ok()) return begun.status();
      if (!begun->reservation.has_value()) {
        RefuseAllForBudget(begun->refusal);
        return absl::OkStatus();
      }
      if (absl::Status status = Record(i, *std::move(begun->reservation)); !status.ok()) return status;
    }
    return absl::OkStatus();
  }

  // Why there is no answer to any statement; the reason is that of all.
  void RefuseAllForBudget(const release::BudgetRefusal& refusal) {
    std::vector<std::string> hints = {"ask the host of the catalogue"};
    if (refusal.again.has_value()) {
      const absl::Time again = absl::FromUnixMicros(*refusal.again);
      hints = {absl::StrCat("ask again from ", absl::FormatTime("%Y-%m-%d %H:%M:%S UTC", again, absl::UTCTimeZone()))};
    }
    for (Answer& answer : answers_) {
      answer = Answer();
      answer.diagnostics.push_back(
          {Severity::kError, "budget-used-up", "nothing more is answered now", 0, text_.size(), hints});
    }
  }

  absl::Status AnswerAll() {
    std::vector<release::Ledger::Reservation> reservations;
    for (size_t i = 0; i < answers_.size(); ++i) {
      const Statement& statement = StatementAt(i);
      absl::StatusOr<release::Ledger::Begun> begun =
          context_.ledger.Begin(tier_, context_.principal.name, guest_.state->epoch, QuestionOf(statement),
                                release::UnitsOf(statement, tier_.limits));
      if (!begun.ok()) return begun.status();
      if (!begun->reservation.has_value()) {
        RefuseAllForBudget(begun->refusal);
        return absl::OkStatus();
      }
      reservations.push_back(*std::move(begun->reservation));
    }
    for (size_t i = 0; i < answers_.size(); ++i) {
      auto query = bind::Bind(StatementAt(i), *guest_.view, &answers_[i].diagnostics);
      if (!query.ok()) return query.status();
    }
    const bool refused = HasRefused();
    for (size_t i = 0; i < answers_.size(); ++i) {
      const absl::Status status =
          refused ? Record(i, std::move(reservations[i])) : AnswerOne(i, std::move(reservations[i]));
      if (!status.ok()) return status;
    }
    return absl::OkStatus();
  }

  uint64_t QuestionOf(const Statement& statement) const {
    std::string question = absl::StrCat(grammar::Print(statement), "\n", guest_.state->policy.version);
    for (const std::string& dataset : context_.principal.datasets) absl::StrAppend(&question, "\n", dataset);
    for (const auto& [id, version] : options_.ontologies) absl::StrAppend(&question, "\n", id, " ", version);
    return context_.ledger.QuestionOf(question);
  }

  release::StoredEntry EntryOf(size_t i) const {
    release::StoredEntry stored;
    LedgerEntry& entry = stored.entry;
    entry.what = "statement";
    entry.principal = context_.principal.name;
    entry.reference = context_.principal.reference;
    entry.tier = tier_.name;
    entry.policy = guest_.state->policy.version;
    entry.epoch = guest_.state->epoch;
    entry.outcome = FirstError(answers_[i].diagnostics);
    if (parsed_.statements == nullptr) return stored;
    entry.statement = Redacted(StatementAt(i));
    entry.shape = ShapeOf(StatementAt(i));
    stored.question = QuestionOf(StatementAt(i));
    return stored;
  }

  // A statement that is not answered.
  absl::Status Record(size_t i, release::Ledger::Reservation reservation) {
    const auto decide = [&](release::AnswerMemory&, int64_t, LedgerEntry* entry) {
      entry->answer_hash = HashOfAnswer(answers_[i]);
    };
    return context_.ledger.Finish(std::move(reservation), EntryOf(i), guest_.state->policy.ledger.disk, decide)
        .status();
  }

  absl::Status AnswerOne(size_t i, release::Ledger::Reservation reservation) {
    std::vector<Question>& questions = questions_[i];
    std::vector<CountedSets> sets;
    for (const Question& question : questions) {
      absl::StatusOr<CountedSets> found = ExecuteForDoor(question, guest_, context_.unions);
      if (absl::IsResourceExhausted(found.status())) {
        RefuseTooLarge(i);
      } else if (absl::IsFailedPrecondition(found.status()) || absl::IsInvalidArgument(found.status())) {
        answers_[i].diagnostics.push_back(
            ErrorOf(StatementAt(i), "not-offered", "this question is not answered here", {"ask a simpler one"}));
      } else if (!found.ok()) {
        return found.status();
      }
      if (!found.ok()) return Record(i, std::move(reservation));
      sets.push_back(*std::move(found));
    }
    const auto decide = [&](release::AnswerMemory& memory, int64_t widest_people, LedgerEntry* entry) {
      release::NumberDoor door(tier_, widest_people, guest_.state->noise, guest_.state->epoch, &memory);
      Table table = DecideTable(StatementAt(i), questions, sets, tier_, guest_.state->noise, &door);
      for (const CountedSets& of : sets) AddLabels(of.labels, questions[0].count.by.size(), &table);
      if (table.rows.size() * table.columns.size() > tier_.limits.cells && table.rows.size() > 1) {
        RefuseTooLarge(i);
      } else {
        answers_[i].table = std::move(table);
      }
      entry->near = door.was_near();
      entry->outcome = answers_[i].table.has_value() ? kAnswered : FirstError(answers_[i].diagnostics);
      entry->answer_hash = HashOfAnswer(answers_[i]);
    };
    const absl::StatusOr<std::string> hash =
        context_.ledger.Finish(std::move(reservation), EntryOf(i), guest_.state->policy.ledger.disk, decide);
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

  // Of codes that are shown.
  static void AddLabels(const std::map<std::string, std::string>& labels, size_t dimensions, Table* table) {
    for (const std::vector<Cell>& row : table->rows) {
      for (size_t d = 0; d < dimensions; ++d) {
        const auto* code = std::get_if<std::string>(&row[d]);
        const auto label = code == nullptr ? labels.end() : labels.find(*code);
        if (label != labels.end()) table->labels.insert(*label);
      }
    }
  }

  void Stamp(size_t i, const std::string& hash, Provenance* provenance) const {
    provenance->statement = grammar::Print(StatementAt(i));
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
  PreparedText parsed_;
  std::vector<Answer> answers_;
  std::vector<std::vector<Question>> questions_;  // of each statement
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
