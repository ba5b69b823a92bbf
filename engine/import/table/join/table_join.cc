#include "engine/import/table/join/table_join.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>

#include "containers/hash_table.h"
#include "engine/import/input/json_value.h"
#include "engine/import/mapping/json_path.h"
#include "engine/import/record/deliver/deliver.h"
#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/mapped/mapped_rows.h"
#include "engine/import/table/columns/table_rules.h"
#include "engine/import/table/join/second_values.h"
#include "engine/model/record/plausibility.h"
#include "engine/model/text/alike_key.h"
#include "engine/model/text/text.h"
#include "engine/model/time/time.h"

namespace muster::import {
namespace {

constexpr RemarkKind kNoMemory{ImportProblem::Kind::kRejected, "row for which there is not enough memory",
                               "import fewer files at once, or give the program more memory"};
constexpr RemarkKind kSecondRow{
    ImportProblem::Kind::kRejected,
    "a second row of this individual, in a table that has one row for each; the first counts",
    "say which rows of the file are the table's: \"when\": {\"COLUMN\": \"TEXT\"}; or, without \"one\", that the field "
    "is in one of the rows: \"/TABLE/*/COLUMN\"; if sites give the same ids: \"id\": [\"SITE\", \"ID\"]"};

constexpr uint64_t kRecordsBetweenTicks = 64;
constexpr RemarkKind kNotDescribed{ImportProblem::Kind::kNote,
                                   "individual of whom only rows of tables tell, beside others that are described",
                                   "see whether the ids are written alike in all files: zeros at the front, capitals, "
                                   "hyphens"};
constexpr RemarkKind kOnlyEnded{ImportProblem::Kind::kNote,
                                "individual of whom a table tells nothing but a death or a last contact, beside others",
                                "nothing, if they belong to the dataset; if the file is a register's and has others "
                                "than the cohort, leave them out in the source: until then they count as individuals, "
                                "and as deceased"};
constexpr RemarkKind kAlikeIds{
    ImportProblem::Kind::kNote, "id that another table writes otherwise: zeros at the front, .0, capitals or hyphens",
    "if the two are one person, write the ids alike in all tables; until then each has a part of the data"};
constexpr RemarkKind kTwoPersons{
    ImportProblem::Kind::kRejected,
    "record of another person than the one whom tables have by its id: sex and date of birth are others",
    "ids are unique in a dataset: give the two persons ids that differ, or import them into datasets of their own; "
    "what the tables say was imported"};
constexpr RemarkKind kNoLatestDate{
    ImportProblem::Kind::kKeptOnly,
    "cell of the column of \"latest\" that is no date: the row is taken as the earliest",
    "say how the column writes dates: \"columns\": {\"visit_date\": {\"date\": \"DD.MM.YYYY\"}} of the table"};
constexpr RemarkKind kNotTheLatest{
    ImportProblem::Kind::kKeptOnly,
    "date in the column of \"latest\" that stands for a missing one, or is to come: the row is taken as the earliest",
    "correct the date in the source; a source that means such dates as they are written says "
    "\"plausibility\": {\"dates\": false}"};
constexpr RemarkKind kRepeatedRow{ImportProblem::Kind::kNote,
                                  "row of a table that another file of this import has, too",
                                  "nothing, if exports overlap: it is there once"};

bool IsOfEnd(const FieldRule& rule) {
  return rule.field == model::field::kDeath || rule.field == model::field::kVitalStatus ||
         rule.field == model::field::kCauseOfDeath || rule.field == model::field::kSurvival ||
         rule.field == model::field::kLastContact;
}

}  // namespace

class TableJoin::Parser {
 public:
  // Rows were written by us: that they parse is sure but for memory.
  bool Parse(std::string_view json, Element& element) {
    return parser_.parse(json.data(), json.size(), /*realloc_if_needed=*/false).get(element) == simdjson::SUCCESS;
  }

 private:
  simdjson::dom::parser parser_;
};

TableJoin::TableJoin(const Mapping& mapping, Reporter& reporter)
    : mapping_(mapping),
      reporter_(reporter),
      parser_(std::make_unique<Parser>()),
      second_values_(std::make_unique<SecondValues>(reporter)) {}

TableJoin::~TableJoin() = default;

bool TableJoin::Add(size_t table, std::string_view id, const std::vector<size_t>& begins, std::string_view json) {
  return rows_.Add(table, id, begins, json, reporter_);
}

void TableJoin::NameSites(size_t table, std::string_view column) {
  site_columns_.resize(mapping_.tables().size());
  std::string scratch;
  site_columns_[table] = CamelCase(column, scratch);
}

void TableJoin::Close() {
  sexes_.Report(reporter_);
  sexes_ = SexesOfTables();
  for (size_t table = 0; table < days_.size(); ++table) {
    const std::vector<std::string>& defaults = defaults_[table];
    std::erase_if(days_[table], [&](const std::string& path) {
      return std::find(defaults.begin(), defaults.end(), path) != defaults.end();
    });
  }
  for (size_t table = 0; table < mapping_.tables().size(); ++table) {
    const std::vector<FieldRule>& fields = mapping_.individual_of(table);
    const MappingNode* const node = TableRules(mapping_, table).node();
    ends_.push_back(!fields.empty() && std::all_of(fields.begin(), fields.end(), IsOfEnd) &&
                    (node == nullptr || node->rows().empty()));
  }
  rows_.Close(mapping_.tables());
  ReportOtherIds(other_ids_, mapping_, rows_, reporter_);
  other_ids_.clear();
  ReportAlikeIds();
}

// Only of ids that no table has both of: one that has both knows two people.
void TableJoin::ReportAlikeIds() {
  if (mapping_.tables().size() < 2) return;
  HashMap<std::string, const Individual*> first;
  for (const Individual& later : rows_.individuals()) {
    const auto [known, is_new] = first.try_emplace(model::AlikeKey(later.id), &later);
    if (is_new) continue;
    const Individual& earlier = *known->second;
    const std::vector<uint32_t> before = rows_.TablesOf(earlier);
    const std::vector<uint32_t> now = rows_.TablesOf(later);
    const auto has = [&](uint32_t table) { return std::find(before.begin(), before.end(), table) != before.end(); };
    if (std::any_of(now.begin(), now.end(), has)) continue;
    const Piece& piece = rows_.pieces()[later.begin];
    reporter_.ReturnTo(rows_.FileOf(piece), piece.record, piece.line);
    reporter_.SetId(later.id);
    reporter_.Report(kAlikeIds, model::Concat({"/", mapping_.tables()[piece.table].name}), later.id,
                     model::Concat({"\"", Shown(later.id, 80), "\" here and \"", Shown(earlier.id, 80),
                                    "\" in the table \"", mapping_.tables()[before.front()].name,
                                    "\" are two individuals, as they are written otherwise"}));
  }
}

void TableJoin::AddPiece(RecordDraft& draft, const Piece& piece, size_t index, bool with_rows) {
  const Table& table = mapping_.tables()[piece.table];
  const JsonPath root(mapping_.root());
  const JsonPath place(root, table.name);
  const JsonPath here = table.one ? JsonPath(place) : JsonPath(place, index);
  Element row;
  if (!parser_->Parse(rows_.TextOf(piece), row)) {
    return reporter_.Report(kNoMemory, here.Pointer(), {});
  }
  if (!site_columns_.empty() && !site_columns_[piece.table].empty()) {
    const std::optional<Element> site = Member(row, site_columns_[piece.table]);
    const std::optional<std::string> text = site.has_value() ? ScalarText(*site) : std::nullopt;
    if (text.has_value() && !text->empty()) {
      second_values_->NoteSite(*text, JsonPath(here, site_columns_[piece.table]).Pointer());
    }
  }
  draft.set_of_table(true);
  if (!days_.empty() && !days_[piece.table].empty()) draft.set_paths_of_days(&days_[piece.table]);
  if (table.one) {
    SetMappedFields(draft, 0, mapping_.individual_of(piece.table), here, row);
  } else {
    // Each field is taken from one of the rows; a different value in another row is kept and reported.
    for (const FieldRule& rule : mapping_.individual_of(piece.table)) {
      const std::optional<Element> cell = Member(row, rule.steps[0]);
      if (!cell.has_value() || IsEmpty(*cell)) continue;
      const bool is_second = second_values_->IsSet(rule.field);
      SecondValue second;
      if (is_second) draft.set_second_value(&second);
      const uint64_t taken_before = draft.values_taken();
      SetMappedFields(draft, 0, {rule}, here, row, /*sets_strategy=*/false, /*replacing=*/!is_second);
      draft.set_second_value(nullptr);
      if (is_second) {
        second_values_->Note(rule.field, second, !table.latest.empty(), draft.dictionary());
      } else if (draft.values_taken() != taken_before) {
        second_values_->NoteSet(rule.field);
      }
    }
  }
  const Daggers* const daggers = daggers_.empty() ? nullptr : &daggers_[piece.table];
  if (daggers != nullptr && !daggers->marks && !daggers->paths.empty()) draft.set_dagger_paths(&daggers->paths);
  if (with_rows) draft.Keep(here, row);
  draft.set_dagger_paths(nullptr);
  draft.set_paths_of_days(nullptr);
  draft.set_of_table(false);
}

std::string TableJoin::PathOf(size_t table, std::string_view column) const {
  const JsonPath record(nullptr);
  const JsonPath of_rows(record, mapping_.tables()[table].name);
  return JsonPath(of_rows, column).Path();
}

void TableJoin::NoteDays(size_t table, const std::vector<std::string>& days, const std::vector<std::string>& defaults) {
  if (days.empty() && defaults.empty()) return;
  days_.resize(mapping_.tables().size());
  defaults_.resize(mapping_.tables().size());
  for (const std::string& column : days) days_[table].push_back(PathOf(table, column));
  for (const std::string& column : defaults) defaults_[table].push_back(PathOf(table, column));
}

void TableJoin::NoteDaggers(size_t table, const std::vector<std::string>& columns, bool marks) {
  if (daggers_.empty()) daggers_.resize(mapping_.tables().size());
  Daggers& of_table = daggers_[table];
  of_table.marks = of_table.marks || marks;
  for (const std::string& column : columns) {
    std::string path = PathOf(table, column);
    if (std::ranges::find(of_table.paths, path) == of_table.paths.end()) of_table.paths.push_back(std::move(path));
  }
}

// A table that has one row for each individual has two that differ.
void TableJoin::ReportSecondRow(const Piece& first, const Piece& second) {
  Parser other_parser;
  Element one;
  Element other;
  std::string differences;
  if (parser_->Parse(rows_.TextOf(first), one) && other_parser.Parse(rows_.TextOf(second), other)) {
    differences = DifferencesOf(one, other);
  }
  reporter_.Report(kSecondRow, model::Concat({"/", mapping_.tables()[second.table].name}), differences,
                   differences.empty()
                       ? std::string()
                       : model::Concat({kSecondRow.what, ", of line ", std::to_string(first.line), ": ", differences}));
}

// When the row was written, by the column of "latest"; reports a cell that is not a date.
int64_t TableJoin::LatestOf(const Piece& piece, std::string_view column) {
  constexpr int64_t kNever = INT64_MIN;
  Element row;
  if (!parser_->Parse(rows_.TextOf(piece), row)) return kNever;
  const std::optional<Element> cell = Member(row, column);
  if (!cell.has_value() || IsEmpty(*cell)) return kNever;
  const std::string text = ScalarText(*cell).value_or("");
  if (IsString(*cell) && mapping_.words().IsMissing(text)) return kNever;
  const std::optional<model::Interval> date = RecordDraft::DateOf(text);
  std::string why = " is no date";
  const RemarkKind* kind = &kNoLatestDate;
  if (date.has_value()) {
    const std::string_view no_date = model::WhyNoDate(*date);
    if (!mapping_.plausibility().dates || (no_date.empty() && !model::IsInFuture(*date))) return date->high;
    kind = &kNotTheLatest;
    why = no_date.empty() ? " is after the day of the import" : model::Concat({", ", no_date});
  }
  reporter_.ReturnTo(rows_.FileOf(piece), piece.record, piece.line);
  reporter_.SetId(rows_.individuals()[piece.individual].id);
  reporter_.Report(
      *kind, model::Concat({"/", mapping_.tables()[piece.table].name, "/", column}), text,
      model::Concat({"\"", Shown(text, 40), "\"", why, ": it is not known whether this row is the latest"}));
  return kNever;
}

// Of tables that say so, rows come from the latest to the earliest; those without a date are the last.
void TableJoin::PutLatestFirst(const Individual& individual) {
  std::vector<Piece>& pieces = rows_.pieces();
  const size_t all = rows_.EndOf(individual);
  for (size_t begin = individual.begin; begin < all;) {
    size_t end = begin;
    while (end < all && pieces[end].table == pieces[begin].table) ++end;
    const std::string& column = mapping_.tables()[pieces[begin].table].latest;
    if (!column.empty() && end - begin > 1) {
      std::vector<std::pair<int64_t, Piece>> rows;
      std::string scratch;
      const std::string name(CamelCase(column, scratch));
      for (size_t i = begin; i < end; ++i) rows.emplace_back(LatestOf(pieces[i], name), pieces[i]);
      std::ranges::stable_sort(rows, std::ranges::greater(), &std::pair<int64_t, Piece>::first);
      for (size_t i = begin; i < end; ++i) pieces[i] = rows[i - begin].second;
    }
    begin = end;
  }
}

// An individual of another dataset, where Beacon's dataset has put it, is another one.
uint32_t TableJoin::NumberOf(const std::string& dataset) {
  return datasets_.try_emplace(dataset, static_cast<uint32_t>(datasets_.size() + 1)).first->second;
}

bool TableJoin::AddTo(RecordDraft& draft) {
  left_out_ = false;
  Individual* const known = rows_.Find(draft.record().id);
  if (known == nullptr) return true;
  Individual& individual = *known;
  individual.delivered = true;
  const uint32_t dataset = NumberOf(draft.record().dataset);
  left_out_ = individual.read_for == dataset;
  for (const std::string& letter : doubtful_sexes_) draft.Doubt(model::field::kSex, letter);
  second_values_->Begin();
  const std::string file = reporter_.file();
  const uint64_t record = reporter_.record();
  const uint64_t line = reporter_.line();
  if (!left_out_) PutLatestFirst(individual);
  const std::vector<bool> repeated = rows_.RepeatedOf(individual);
  const model::Row before = draft.row(0);
  size_t index = 0;
  const std::vector<Piece>& pieces = rows_.pieces();
  for (size_t i = individual.begin, end = rows_.EndOf(individual); i < end; ++i) {
    const Piece& piece = pieces[i];
    index = i > individual.begin && pieces[i - 1].table == piece.table ? index + 1 : 0;
    reporter_.ReturnTo(rows_.FileOf(piece), piece.record, piece.line);
    reporter_.SetId(draft.record().id);
    if (index > 0 && mapping_.tables()[piece.table].one) {
      if (left_out_ || rows_.TextOf(piece) == rows_.TextOf(pieces[i - index])) continue;
      ReportSecondRow(pieces[i - index], piece);
      continue;
    }
    if (!repeated.empty() && repeated[i - individual.begin]) {
      if (left_out_) continue;
      reporter_.Report(kRepeatedRow, model::Concat({"/", mapping_.tables()[piece.table].name}), {});
      continue;
    }
    const bool with_rows = !left_out_ || IsWaiting(i);
    if (!with_rows && mapping_.individual_of(piece.table).empty()) continue;
    const uint64_t without_parent = draft.without_parent();
    AddPiece(draft, piece, index, with_rows);
    if (draft.without_parent() > without_parent) {
      waiting_.resize(pieces.size());
      waiting_[i] = true;
    } else if (left_out_ && with_rows) {
      waiting_[i] = false;
    }
  }
  reporter_.ReturnTo(file, record, line);
  reporter_.SetId(draft.record().id);
  const std::string two = draft.WhyAnotherPerson(before);
  if (two.empty()) {
    if (!draft.full()) individual.read_for = dataset;  // else it is rejected
    return true;
  }
  reporter_.Report(kTwoPersons, "", two, two);
  individual.delivered = left_out_;  // with an earlier record
  return false;
}

bool TableJoin::IsDescribed(const Individual& individual) const {
  const std::vector<Piece>& pieces = rows_.pieces();
  const uint32_t number = pieces[individual.begin].individual;
  for (size_t i = individual.begin; i < pieces.size() && pieces[i].individual == number; ++i) {
    const size_t table = pieces[i].table;
    if (mapping_.tables()[table].one || !mapping_.individual_of(table).empty()) return true;
  }
  return false;
}

// Of a death alone nobody is known: rows of tables with other fields, or such that make rows, tell more.
bool TableJoin::HasOnlyEnded(const Individual& individual) const {
  const std::vector<Piece>& pieces = rows_.pieces();
  for (size_t i = individual.begin, end = rows_.EndOf(individual); i < end; ++i) {
    if (!ends_[pieces[i].table]) return false;
  }
  return true;
}

absl::Status TableJoin::DeliverRest(std::string_view dataset, RecordDraft& draft, Sink& sink,
                                    const std::function<absl::Status()>& tick) {
  std::vector<FieldRule> constants;
  for (const FieldRule& rule : mapping_.individual()) {
    if (rule.constant) constants.push_back(rule);
  }
  const JsonPath root(mapping_.root());
  uint64_t delivered = 0;
  // If other files have records of people, and none of these ids is among theirs, the two were not joined.
  const bool some_described =
      reporter_.report().individuals > 0 ||
      std::ranges::any_of(rows_.individuals(), [&](const Individual& individual) { return IsDescribed(individual); });
  const bool some_known =
      reporter_.report().individuals > 0 ||
      std::ranges::any_of(rows_.individuals(), [&](const Individual& individual) { return !HasOnlyEnded(individual); });
  for (const Individual& individual : rows_.individuals()) {
    if (individual.delivered) continue;
    if (++delivered % kRecordsBetweenTicks == 0) {
      if (absl::Status status = tick(); !status.ok()) return status;
    }
    const Piece& first = rows_.pieces()[individual.begin];
    reporter_.ReturnTo(rows_.FileOf(first), first.record, first.line);
    reporter_.SetId(individual.id);
    if (some_described && !IsDescribed(individual)) {
      reporter_.Report(kNotDescribed, {}, individual.id);
    } else if (some_known && HasOnlyEnded(individual)) {
      reporter_.Report(kOnlyEnded, {}, individual.id);
    }
    draft.Begin(dataset, individual.id);
    draft.SetKeyword(0, model::field::kDataset, dataset);
    SetMappedFields(draft, 0, constants, root, Element());
    // (Nothing but constants is there that they could contradict.)
    AddTo(draft);
    model::Taken taken;
    if (absl::Status status = DeliverRecord(draft.Finish(), draft.plausibility(), sink, reporter_, &taken);
        !status.ok())
      return status;
    if (taken.how == model::Taken::How::kReplaced && !IsDescribed(individual)) {
      return absl::InvalidArgumentError(model::Concat(
          {"the individual \"", individual.id, "\" has rows in these tables, but none that describes it (a table with ",
           "\"one\": true), and the catalogue has it from before: import all files about these people together"}));
    }
  }
  return absl::OkStatus();
}

}  // namespace muster::import
