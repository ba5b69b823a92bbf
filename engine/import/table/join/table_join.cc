#include "engine/import/table/join/table_join.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>

#include "containers/hash_table.h"
#include "engine/import/input/json_padding.h"
#include "engine/import/input/json_value.h"
#include "engine/import/mapping/json_path.h"
#include "engine/import/record/deliver/deliver.h"
#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/mapped/mapped_rows.h"
#include "engine/import/table/join/second_values.h"
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

constexpr size_t kBlockBytes = size_t{1} << 20;
constexpr uint64_t kRecordsBetweenTicks = 64;
constexpr RemarkKind kNotDescribed{ImportProblem::Kind::kNote,
                                   "individual of whom only rows of tables tell, beside others that are described",
                                   "see whether the ids are written alike in all files: zeros at the front, capitals, "
                                   "hyphens"};
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
constexpr RemarkKind kRepeatedRow{ImportProblem::Kind::kNote,
                                  "row of a table that another file of this import has, too",
                                  "nothing, if exports overlap: it is there once"};

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

void TableJoin::Store(std::string_view json, Piece* piece) {
  if (blocks_.empty() || blocks_.back().size() + json.size() + kJsonPadding > blocks_.back().capacity()) {
    blocks_.emplace_back().reserve(std::max(kBlockBytes, json.size() + kJsonPadding));
  }
  piece->block = static_cast<uint32_t>(blocks_.size() - 1);
  piece->begin = static_cast<uint32_t>(blocks_.back().size());
  piece->size = static_cast<uint32_t>(json.size());
  blocks_.back().append(json);
}

// Tables may put an id together of more or fewer columns, and mean the same by it.
bool TableJoin::TakesSplit(Individual& individual, const std::vector<size_t>& begins) {
  if (begins.empty()) return true;
  if (individual.split != nullptr) return *individual.split == begins || individual.split->size() != begins.size();
  individual.split = &*splits_.insert(begins).first;
  return true;
}

bool TableJoin::Add(size_t table, std::string_view id, const std::vector<size_t>& begins, std::string_view json) {
  auto known = by_id_.find(id);
  if (known == by_id_.end()) {
    known = by_id_.emplace(std::string(id), static_cast<uint32_t>(individuals_.size())).first;
    individuals_.push_back({ids_.emplace_back(id)});
  }
  if (!TakesSplit(individuals_[known->second], begins)) return false;
  // A file that is read again is another one.
  const bool again =
      !pieces_.empty() && (reporter_.record() < pieces_.back().record ||
                           (reporter_.record() == pieces_.back().record && table == pieces_.back().table));
  if (files_.empty() || again || files_.back() != reporter_.file()) files_.push_back(reporter_.file());
  Piece piece{known->second,
              static_cast<uint32_t>(table),
              static_cast<uint32_t>(files_.size() - 1),
              0,
              0,
              0,
              reporter_.record(),
              reporter_.line()};
  Store(json, &piece);
  pieces_.push_back(piece);
  return true;
}

void TableJoin::NameSites(size_t table, std::string_view column) {
  site_columns_.resize(mapping_.tables().size());
  std::string scratch;
  site_columns_[table] = CamelCase(column, scratch);
}

void TableJoin::Close() {
  const std::vector<Table>& tables = mapping_.tables();
  std::stable_sort(pieces_.begin(), pieces_.end(), [&](const Piece& a, const Piece& b) {
    if (a.individual != b.individual) return a.individual < b.individual;
    if (a.table == b.table) return false;
    if (tables[a.table].rank != tables[b.table].rank) return tables[a.table].rank < tables[b.table].rank;
    return a.table < b.table;
  });
  for (size_t i = pieces_.size(); i-- > 0;) individuals_[pieces_[i].individual].begin = i;
  ReportAlikeIds();
  // What is read ends with the padding that the parser may look at.
  for (std::string& block : blocks_) block.append(kJsonPadding, ' ');
}

// Only of ids that no table has both of: one that has both knows two people.
void TableJoin::ReportAlikeIds() {
  if (mapping_.tables().size() < 2) return;
  HashMap<std::string, size_t> first;
  for (size_t i = 0; i < individuals_.size(); ++i) {
    const auto [known, is_new] = first.try_emplace(model::AlikeKey(individuals_[i].id), i);
    if (is_new) continue;
    const Individual& earlier = individuals_[known->second];
    const std::vector<uint32_t> before = TablesOf(earlier);
    const std::vector<uint32_t> now = TablesOf(individuals_[i]);
    const auto has = [&](uint32_t table) { return std::find(before.begin(), before.end(), table) != before.end(); };
    if (std::any_of(now.begin(), now.end(), has)) continue;
    const Piece& piece = pieces_[individuals_[i].begin];
    reporter_.ReturnTo(files_[piece.file], piece.record, piece.line);
    reporter_.SetId(individuals_[i].id);
    reporter_.Report(kAlikeIds, model::Concat({"/", mapping_.tables()[piece.table].name}), individuals_[i].id,
                     model::Concat({"\"", Shown(individuals_[i].id, 80), "\" here and \"", Shown(earlier.id, 80),
                                    "\" in the table \"", mapping_.tables()[before.front()].name,
                                    "\" are two individuals, as they are written otherwise"}));
  }
}

std::vector<uint32_t> TableJoin::TablesOf(const Individual& individual) const {
  std::vector<uint32_t> tables;
  const uint32_t number = pieces_[individual.begin].individual;
  for (size_t i = individual.begin; i < pieces_.size() && pieces_[i].individual == number; ++i) {
    if (tables.empty() || tables.back() != pieces_[i].table) tables.push_back(pieces_[i].table);
  }
  return tables;
}

std::string_view TableJoin::TextOf(const Piece& piece) const {
  return std::string_view(blocks_[piece.block]).substr(piece.begin, piece.size);
}

void TableJoin::AddPiece(RecordDraft& draft, const Piece& piece, size_t index) {
  const Table& table = mapping_.tables()[piece.table];
  const JsonPath root(mapping_.root());
  const JsonPath place(root, table.name);
  const JsonPath here = table.one ? JsonPath(place) : JsonPath(place, index);
  Element row;
  if (!parser_->Parse(TextOf(piece), row)) {
    return reporter_.Report(kNoMemory, here.Pointer(), {});
  }
  if (!site_columns_.empty() && !site_columns_[piece.table].empty()) {
    const std::optional<Element> site = Member(row, site_columns_[piece.table]);
    const std::optional<std::string> text = site.has_value() ? ScalarText(*site) : std::nullopt;
    if (text.has_value() && !text->empty()) {
      second_values_->NoteSite(*text, JsonPath(here, site_columns_[piece.table]).Pointer());
    }
  }
  if (table.one) {
    SetMappedFields(draft, 0, mapping_.individual_of(piece.table), here, row);
  } else {
    // Each field is in one of the rows; where another row says something else, it is kept and reported.
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
  draft.set_of_table(true);
  draft.Keep(here, row);
  draft.set_of_table(false);
}

// A table that has one row for each individual has two that differ.
void TableJoin::ReportSecondRow(const Piece& first, const Piece& second) {
  Parser other_parser;
  Element one;
  Element other;
  std::string differences;
  if (parser_->Parse(TextOf(first), one) && other_parser.Parse(TextOf(second), other)) {
    differences = DifferencesOf(one, other);
  }
  reporter_.Report(kSecondRow, model::Concat({"/", mapping_.tables()[second.table].name}), differences,
                   differences.empty()
                       ? std::string()
                       : model::Concat({kSecondRow.what, ", of line ", std::to_string(first.line), ": ", differences}));
}

// When the row was written, by the column of "latest": a cell that is no date is told.
int64_t TableJoin::LatestOf(const Piece& piece, std::string_view column) {
  constexpr int64_t kNever = INT64_MIN;
  Element row;
  if (!parser_->Parse(TextOf(piece), row)) return kNever;
  const std::optional<Element> cell = Member(row, column);
  if (!cell.has_value() || IsEmpty(*cell)) return kNever;
  const std::string text = ScalarText(*cell).value_or("");
  if (IsString(*cell) && mapping_.words().IsMissing(text)) return kNever;
  if (const auto date = RecordDraft::DateOf(text); date.has_value()) return date->high;
  reporter_.ReturnTo(files_[piece.file], piece.record, piece.line);
  reporter_.SetId(individuals_[piece.individual].id);
  reporter_.Report(
      kNoLatestDate, model::Concat({"/", mapping_.tables()[piece.table].name, "/", column}), text,
      model::Concat({"\"", Shown(text, 40), "\" is no date: it is not known whether this row is the latest"}));
  return kNever;
}

// Of tables that say so, rows come from the latest to the earliest; those without a date are the last.
void TableJoin::PutLatestFirst(const Individual& individual) {
  const uint32_t number = pieces_[individual.begin].individual;
  for (size_t begin = individual.begin; begin < pieces_.size() && pieces_[begin].individual == number;) {
    size_t end = begin;
    while (end < pieces_.size() && pieces_[end].individual == number && pieces_[end].table == pieces_[begin].table) {
      ++end;
    }
    const std::string& column = mapping_.tables()[pieces_[begin].table].latest;
    if (!column.empty() && end - begin > 1) {
      std::vector<std::pair<int64_t, Piece>> rows;
      std::string scratch;
      const std::string name(CamelCase(column, scratch));
      for (size_t i = begin; i < end; ++i) rows.emplace_back(LatestOf(pieces_[i], name), pieces_[i]);
      std::ranges::stable_sort(rows, std::ranges::greater(), &std::pair<int64_t, Piece>::first);
      for (size_t i = begin; i < end; ++i) pieces_[i] = rows[i - begin].second;
    }
    begin = end;
  }
}

bool TableJoin::AddTo(RecordDraft& draft) {
  const auto known = by_id_.find(draft.record().id);
  if (known == by_id_.end()) return true;
  Individual& individual = individuals_[known->second];
  individual.delivered = true;
  for (const std::string& letter : doubtful_sexes_) draft.Doubt(model::field::kSex, letter);
  second_values_->Begin();
  const std::string file = reporter_.file();
  const uint64_t record = reporter_.record();
  const uint64_t line = reporter_.line();
  PutLatestFirst(individual);
  const std::vector<bool> repeated = RepeatedOf(individual);
  const model::Row before = draft.row(0);
  size_t index = 0;
  for (size_t i = individual.begin; i < pieces_.size() && pieces_[i].individual == known->second; ++i) {
    const Piece& piece = pieces_[i];
    index = i > individual.begin && pieces_[i - 1].table == piece.table ? index + 1 : 0;
    reporter_.ReturnTo(files_[piece.file], piece.record, piece.line);
    reporter_.SetId(draft.record().id);
    if (index > 0 && mapping_.tables()[piece.table].one) {
      if (TextOf(piece) == TextOf(pieces_[i - index])) continue;
      ReportSecondRow(pieces_[i - index], piece);
      continue;
    }
    if (!repeated.empty() && repeated[i - individual.begin]) {
      reporter_.Report(kRepeatedRow, model::Concat({"/", mapping_.tables()[piece.table].name}), {});
      continue;
    }
    AddPiece(draft, piece, index);
  }
  reporter_.ReturnTo(file, record, line);
  reporter_.SetId(draft.record().id);
  const std::string two = draft.WhyAnotherPerson(before);
  if (two.empty()) return true;
  reporter_.Report(kTwoPersons, "", two, two);
  individual.delivered = false;
  return false;
}

// Exports overlap: a row that another file of the table has as well is there once, or as often as the file has it that
// has it most often. Rows that are equal within one file may be two of a kind. Empty where there is but one file.
std::vector<bool> TableJoin::RepeatedOf(const Individual& individual) const {
  size_t end = individual.begin;
  bool several = false;
  while (end < pieces_.size() && pieces_[end].individual == pieces_[individual.begin].individual) {
    const Piece& piece = pieces_[end];
    const Piece& first = pieces_[individual.begin];
    several = several || piece.file != first.file;
    ++end;
  }
  if (!several) return {};
  struct Copies {
    uint32_t kept = 0;
    uint32_t in_file = 0;
    uint32_t file = 0;
  };
  std::map<std::pair<uint32_t, std::string_view>, Copies> copies;
  std::vector<bool> repeated;
  for (size_t i = individual.begin; i < end; ++i) {
    const Piece& piece = pieces_[i];
    Copies& of_text = copies[{piece.table, TextOf(piece)}];
    if (of_text.file != piece.file) of_text.in_file = 0;
    of_text.file = piece.file;
    const bool is_new = ++of_text.in_file > of_text.kept;
    if (is_new) ++of_text.kept;
    repeated.push_back(!is_new);
  }
  return repeated;
}

bool TableJoin::IsDescribed(const Individual& individual) const {
  const uint32_t number = pieces_[individual.begin].individual;
  for (size_t i = individual.begin; i < pieces_.size() && pieces_[i].individual == number; ++i) {
    const size_t table = pieces_[i].table;
    if (mapping_.tables()[table].one || !mapping_.individual_of(table).empty()) return true;
  }
  return false;
}

absl::Status TableJoin::DeliverRest(std::string_view dataset, RecordDraft& draft, Sink& sink,
                                    const std::function<absl::Status()>& tick) {
  std::vector<FieldRule> constants;
  for (const FieldRule& rule : mapping_.individual()) {
    if (rule.constant) constants.push_back(rule);
  }
  const JsonPath root(mapping_.root());
  uint64_t delivered = 0;
  // Where records of other files tell of people, and none of these ids is one of theirs, the two were not joined at
  // all.
  const bool some_described =
      reporter_.report().individuals > 0 ||
      std::ranges::any_of(individuals_, [&](const Individual& individual) { return IsDescribed(individual); });
  for (const Individual& individual : individuals_) {
    if (individual.delivered) continue;
    if (++delivered % kRecordsBetweenTicks == 0) {
      if (absl::Status status = tick(); !status.ok()) return status;
    }
    const Piece& first = pieces_[individual.begin];
    reporter_.ReturnTo(files_[first.file], first.record, first.line);
    reporter_.SetId(individual.id);
    if (some_described && !IsDescribed(individual)) reporter_.Report(kNotDescribed, {}, individual.id);
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
