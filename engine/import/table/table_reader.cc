#include "engine/import/table/table_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/import/input/json_value.h"
#include "engine/import/input/text_map.h"
#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/remark_kinds.h"
#include "engine/import/record/rules/certainty_word.h"
#include "engine/import/table/columns/pointed_numbers.h"
#include "engine/import/table/columns/sex_letters.h"
#include "engine/import/table/columns/two_forms.h"
#include "engine/import/table/columns/unread_column.h"
#include "engine/import/table/columns/unread_kinds.h"
#include "engine/import/table/csv_rows.h"
#include "engine/import/table/join/second_values.h"
#include "engine/import/table/odd_row.h"
#include "engine/import/table/table_cell.h"
#include "engine/import/table/table_start.h"
#include "engine/model/text/spreadsheet_number.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

constexpr uint64_t kRowsBetweenTicks = 256;
constexpr size_t kNone = SIZE_MAX;

bool IsUtf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

// Bytes of a Western code page, so that they can be shown.
std::string AsLatin1(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out.push_back(c);
    } else {
      out.push_back(static_cast<char>(0xC0 | byte >> 6));
      out.push_back(static_cast<char>(0x80 | (byte & 0x3F)));
    }
  }
  return out;
}

constexpr RemarkKind kRowWithoutId{ImportProblem::Kind::kRejected, "the row has no id of an individual",
                                   "if the row belongs to somebody, enter the id; the table's \"id\" names the column"};
constexpr RemarkKind kOtherCells{
    ImportProblem::Kind::kRejected, "row whose id other cells make as well, parted otherwise: it is another person's",
    "write the sites, or the ids, without hyphens in the source: of \"DE\" and \"1-5\", and \"DE-1\" and \"5\", both "
    "make DE-1-5, and whoever came first has it"};
constexpr RemarkKind kNotUtf8{
    ImportProblem::Kind::kRejected, "row that is not UTF-8",
    "convert the file, such as by iconv -f WINDOWS-1252 -t UTF-8, or save it as \"CSV UTF-8\""};
constexpr RemarkKind kDoubtfulSex{
    ImportProblem::Kind::kNote,
    "letter of a column of sexes that may stand for either, by the letters beside it, and is not read",
    "say what the letters mean: \"columns\": {\"sexo\": {\"values\": {\"H\": \"male\", \"M\": \"female\"}}} of the "
    "table in the mapping"};

constexpr RemarkKind kOfNoTable{
    ImportProblem::Kind::kNote, "row of a file that none of its tables takes, by what their \"when\" asks for",
    "nothing, if such rows are to be left out; else add their text to the table's \"when\", or a table for them"};
constexpr RemarkKind kThousands{
    ImportProblem::Kind::kNote, "column whose numbers with a point all have three digits behind it",
    "nothing, if the points are decimal: 250.000 is read as 250; if they set thousands apart, export the column "
    "without them, for all its numbers are wrong by a factor of thousands"};
constexpr RemarkKind kPartedNumber{
    ImportProblem::Kind::kRejected, "row with a cell too many, in which a decimal comma may have parted a number",
    "put numbers with a comma in double quotes, or export with another separator; where no number has a comma, leave "
    "out the separators at the end of rows"};
constexpr RemarkKind kTwoForms{
    ImportProblem::Kind::kNote, "column with dates that fit two of its forms, and are other days by each",
    "find out how the source writes dates, and let the column have that form alone; where it has two, split the file"};
constexpr RemarkKind kUnreadColumn{
    ImportProblem::Kind::kNote,
    "column of a table with answers, words that deny or codes, which no rule of the mapping reads",
    "nothing, if it is not wanted; else give it a rule, such as \"phenotypes\": {\"from\": \"/p\", \"when\": "
    "\"/seizures\", \"fields\": {\"term\": {\"const\": \"HP:0001250\"}}}"};
constexpr RemarkKind kUnreadComparators{
    ImportProblem::Kind::kNote, "column of comparators that no rule of the mapping reads: numbers count as exact",
    "let the rule read it: \"fields\": {\"value\": \"/result\", \"comparator\": \"/operator\"}"};
constexpr RemarkKind kUnreadUnits{ImportProblem::Kind::kNote, "column of units that no rule of the mapping reads",
                                  "let the rule read it: \"fields\": {\"value\": \"/result\", \"unit\": \"/unit\"}; "
                                  "nothing, if all are the unit that the "
                                  "rule gives"};
constexpr RemarkKind kUnreadEnd{
    ImportProblem::Kind::kNote, "column that may tell of the end of a consent, and that no rule of the mapping reads",
    "nothing, if it tells of something else; else make a consent of it with \"status\": {\"const\": \"withdrawn\"} and "
    "the date: until then all consents of the table count as they were given"};
constexpr RemarkKind kUnreadKinds{ImportProblem::Kind::kNote,
                                  "column of several kinds of values or codes that no rule of the mapping reads",
                                  "let \"when\" read it: \"when\": {\"/test\": [\"HB\"]} in the rule of a test; rows "
                                  "of several editions of codes are "
                                  "several tables, told apart by \"when\" of the table"};
constexpr RemarkKind kNamelessColumn{
    ImportProblem::Kind::kNote, "column of a table without a name, whose cells no rule can read",
    "nothing, if they number the rows; else give the column a name in the header, and a rule in the mapping"};
constexpr RemarkKind kHeaderAgain{ImportProblem::Kind::kNote, "header of a table that stands there once more, left out",
                                  "nothing: files that were put together have it so"};
constexpr RemarkKind kTotals{ImportProblem::Kind::kRejected, "row of totals or the like in place of an individual",
                             "nothing, if it is one; an individual of such an id needs another"};
constexpr RemarkKind kTextRow{ImportProblem::Kind::kRejected, "row with a text in place of an id, and nothing else",
                              "nothing, if it is a comment; else fill in what is known of the individual"};
constexpr RemarkKind kOtherWidth{ImportProblem::Kind::kRejected, "row with more or fewer cells than the header",
                                 "put cells with separators in double quotes, or name the table's \"delimiter\" in "
                                 "the mapping"};

class TableReader {
 public:
  TableReader(Window& window, const Mapping& mapping, size_t number, const std::vector<size_t>& of_file,
              TableJoin& join, Reporter& reporter)
      : window_(window),
        mapping_(mapping),
        table_(mapping.tables()[number]),
        of_file_(of_file),
        words_(mapping.words()),
        number_(number),
        join_(join),
        reporter_(reporter) {}

  absl::Status Read(const std::function<absl::Status()>& tick) {
    const absl::StatusOr<TableStart> start = DropAboveHeader(window_, !table_.id.starts_with('#'));
    if (!start.ok()) return start.status();
    std::optional<char> delimiter = table_.delimiter.has_value() ? table_.delimiter : start->delimiter;
    if (!delimiter.has_value()) {
      const absl::StatusOr<char> guess = GuessDelimiter(window_);
      if (!guess.ok()) return guess.status();
      delimiter = *guess;
    }
    delimiter_ = *delimiter;
    CsvRows rows(window_, delimiter_, table_.quotes, start->line);
    bool header = true;
    for (uint64_t number = 0;; ++number) {
      const absl::StatusOr<const CsvRow*> row = rows.Next();
      if (!row.ok()) return row.status();
      if (*row == nullptr) break;
      if (header) {
        if (absl::Status read = ReadHeader(**row); !read.ok()) return WithHint(read, rows);
        header = false;
        continue;
      }
      if (absl::Status read = ReadRow(**row, number); !read.ok()) return read;
      if (number % kRowsBetweenTicks == 0) {
        if (absl::Status status = tick(); !status.ok()) return status;
      }
    }
    if (header) return Wrong(1, "the table is empty: not even a line with the names of its columns");
    DoubtSexes();
    ReportColumns();
    return absl::OkStatus();
  }

 private:
  struct Column {
    std::string name;
    const TableColumn* settings = nullptr;  // null: text
    PointedNumbers pointed{};
    std::optional<TwoForms> forms{};       // where it has several
    std::optional<UnreadColumn> unread{};  // where nobody reads it
    std::optional<UnreadKinds> kinds{};    // the same
    bool used = false;                     // by a rule of the mapping
    size_t alike = kNone;                  // the first column that rules find by the same name, where there are two
    size_t label = kNone;                  // where its label stands
    bool left_out = false;                 // stands in the record otherwise: the id, a label
  };

  absl::Status Wrong(uint64_t line, std::string_view what) const {
    return absl::InvalidArgumentError(Concat({window_.name(), ": line ", std::to_string(line), ": ", what}));
  }

  // Where a title stands above the header, the header is looked for.
  absl::Status WithHint(const absl::Status& status, CsvRows& rows) const {
    constexpr int kLookedAt = 20;
    std::string scratch;
    const std::string id(CamelCase(table_.id, scratch));
    for (int i = 0; i < kLookedAt && id_ == kNone; ++i) {
      const absl::StatusOr<const CsvRow*> row = rows.Next();
      if (!row.ok() || *row == nullptr) break;
      for (const std::string& cell : (*row)->cells) {
        if (CamelCase(cell, scratch) != id) continue;
        return absl::InvalidArgumentError(
            Concat({std::string(status.message()), "; line ", std::to_string((*row)->line),
                    " has it: delete the lines above that one"}));
      }
    }
    return status;
  }

  // The column of this very name, else the one that rules find by it.
  size_t Find(std::string_view name) const {
    for (size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].name == name) return i;
    }
    std::string scratch;
    const auto found = numbers_.find(CamelCase(name, scratch));
    return found == numbers_.end() ? kNone : found->second;
  }

  absl::Status ReadHeader(const CsvRow& row) {
    std::string names;
    for (const std::string& cell : row.cells) {
      if (!IsUtf8(cell)) {
        return Wrong(row.line,
                     Concat({"the names of the columns are not UTF-8: \"", AsLatin1(cell),
                             "\"; convert the file, such as by iconv -f WINDOWS-1252 -t UTF-8, or save it as ",
                             "\"CSV UTF-8\""}));
      }
      std::string scratch;
      const size_t other = cell.empty() ? kNone : Find(cell);
      if (other != kNone && columns_[other].name == cell) {
        return Wrong(row.line, Concat({"two columns are called \"", cell, "\""}));
      }
      numbers_.emplace(CamelCase(cell, scratch), columns_.size());
      columns_.push_back({cell});
      header_.push_back(cell);
      if (other != kNone) columns_[other].alike = columns_.back().alike = other;
      names.append(names.empty() ? "" : ", ").append(cell.substr(0, 80));
    }
    const auto missing = [&](std::string_view column) {
      return Wrong(row.line, Concat({"there is no column \"", column, "\", which the mapping names for the table \"",
                                     table_.name, "\"; the columns are: ", names.substr(0, 2000)}));
    };
    id_ = Find(table_.id);
    if (id_ == kNone) return missing(table_.id);
    columns_[id_].left_out = true;
    for (const std::string& name : table_.id_begins) {
      id_begins_.push_back(Find(name));
      if (id_begins_.back() == kNone) return missing(name);
    }
    if (!table_.latest.empty() && Find(table_.latest) == kNone) return missing(table_.latest);
    for (const auto& [name, settings] : table_.columns) {
      const size_t column = Find(name);
      if (column == kNone) return missing(name);
      columns_[column].settings = &settings;
      if (settings.label.empty()) continue;
      columns_[column].label = Find(settings.label);
      if (columns_[column].label == kNone) return missing(settings.label);
      columns_[columns_[column].label].left_out = true;
    }
    for (const auto& [name, texts] : table_.when) {
      const size_t column = Find(name);
      if (column == kNone) return missing(name);
      when_.emplace_back(column, &texts);
    }
    for (const std::string& name : table_.used) {
      const size_t column = Find(name);
      if (column == kNone) return missing(name);
      if (const size_t alike = columns_[column].alike; alike != kNone) {
        return Wrong(row.line, Concat({"the rules of the mapping read one of two columns whose names they do not ",
                                       "tell apart, \"", columns_[alike].name,
                                       "\" and another spelling of it: ", "rename one of them"}));
      }
      columns_[column].left_out = false;
      columns_[column].used = true;
    }
    // Rows are ordered by it, also where it is another column's label.
    if (!table_.latest.empty()) columns_[Find(table_.latest)].left_out = false;
    for (const size_t other : of_file_) {
      Conditions& conditions = when_of_file_.emplace_back();
      for (const auto& [name, texts] : mapping_.tables()[other].when) {
        // (A column that is not there is an error of that table.)
        if (const size_t column = Find(name); column != kNone) conditions.emplace_back(column, &texts);
      }
    }
    FindSites();
    FindSexes();
    FindUnread();
    return absl::OkStatus();
  }

  // Columns that neither this table nor another one of the file has a use for, nor the polarity of a row.
  void FindUnread() {
    for (Column& column : columns_) {
      if (column.settings != nullptr && column.settings->dates.size() > 1) column.forms.emplace(column.settings->dates);
      std::string scratch;
      const std::string name(CamelCase(column.name, scratch));
      const bool of_file = std::any_of(of_file_.begin(), of_file_.end(), [&](size_t other) {
        const Table& table = mapping_.tables()[other];
        const auto is_it = [&](std::string_view named) { return CamelCase(named, scratch) == name; };
        return is_it(table.id) || (!table.latest.empty() && is_it(table.latest)) ||
               std::any_of(table.id_begins.begin(), table.id_begins.end(), is_it) ||
               std::any_of(table.used.begin(), table.used.end(), is_it) ||
               std::any_of(table.when.begin(), table.when.end(), [&](const auto& when) { return is_it(when.first); });
      });
      const bool tells = PolarityIsRead() && TellerOf(name) != Teller::kNone;
      if (column.left_out || of_file || tells) continue;
      column.unread.emplace();
      column.kinds.emplace(column.name);
    }
  }

  // Where the rules for the table's rows are, or null.
  const MappingNode* NodeOfRows() const {
    const MappingNode* node = mapping_.root() == nullptr ? nullptr : mapping_.root()->Child(table_.name);
    return node == nullptr || table_.one ? node : node->Child(size_t{0});
  }

  // Whether a rule makes rows with a polarity of the table's, of which other columns may say that they were not there.
  bool PolarityIsRead() const {
    const MappingNode* node = NodeOfRows();
    if (node == nullptr) return false;
    const auto is_polar = [](const RowRule* rule) { return model::Info(rule->entity).polar; };
    const std::vector<const RowRule*> below = node->RulesOfTexts();
    return std::any_of(node->rows().begin(), node->rows().end(), is_polar) ||
           std::any_of(below.begin(), below.end(), is_polar);
  }

  // The column that names the site, unless the rules read it as something else, such as a site of the body.
  void FindSites() {
    if (!table_.id_begins.empty()) return;
    const std::vector<FieldRule>& rules = mapping_.individual_of(number_);
    for (const Column& column : columns_) {
      if (column.left_out || !IsNameOfSites(column.name)) continue;
      std::string scratch;
      const std::string_view name = CamelCase(column.name, scratch);
      const bool of_individual = std::any_of(rules.begin(), rules.end(), [&](const FieldRule& rule) {
        return !rule.steps.empty() && rule.steps[0] == name;
      });
      if (!column.used || of_individual) return join_.NameSites(number_, column.name);
    }
  }

  // The columns whose words are sexes, and which say nothing else of what these mean.
  void FindSexes() {
    for (const FieldRule& rule : mapping_.individual()) {
      if (rule.field != model::field::kSex || rule.constant || rule.steps.size() < 2) continue;
      const size_t column = rule.steps.front() == table_.name ? Find(rule.steps.back()) : kNone;
      if (column == kNone || (columns_[column].settings != nullptr && !columns_[column].settings->values.empty()))
        continue;
      sexes_.emplace_back(column, SexLetters());
    }
  }

  void DoubtSexes() {
    for (auto& [column, letters] : sexes_) {
      const std::string others = letters.Others();
      for (const char letter : others) {
        if (words_.IsMapped(model::field::kSex, std::string(1, letter))) letters.Forget(letter);
      }
      const std::string place = Concat({"/", table_.name, "/", columns_[column].name});
      const auto doubt = [&](const std::string& letter, std::string_view why) {
        if (words_.IsMapped(model::field::kSex, letter)) return;
        join_.DoubtSex(letter);
        reporter_.BeginRecord(0, 0);
        reporter_.Report(kDoubtfulSex, place, letter, why);
      };
      const std::string unknown = letters.OthersButThirds();
      const auto beside = [&](std::string_view letter, std::string_view known, std::string_view missing,
                              std::string_view means) {
        return Concat({letter, " beside ", unknown.empty() ? known : std::string_view(unknown), ", and no ", missing,
                       ": it may be ", means});
      };
      if (letters.MaleIsDoubtful()) doubt("M", beside("M", "H or V", "F", "male, or stand for mujer"));
      if (letters.FemaleIsDoubtful()) doubt("F", beside("F", "N", "M", "female, or stand for férfi"));
      if (letters.UnknownIsDoubtful()) {
        doubt("U",
              Concat({"U beside ", letters.Others(), ", and no M and no F: it may be unknown, or stand for uomo"}));
      }
    }
  }

  absl::Status ReadRow(const CsvRow& row, uint64_t number) {
    reporter_.BeginRecord(number, row.line);
    const OddRow odd = HasWidth(row) ? OddRowOf(header_, id_, row.cells) : OddRow::kNone;
    if (odd == OddRow::kOtherHeader) {
      return Wrong(row.line,
                   "here stands another line with names of columns, which differ from those at the top: put "
                   "what follows into a file of its own");
    }
    // (Of a file that is several tables, the first one tells.)
    if (odd != OddRow::kNone) {
      if (number_ == of_file_.front()) ReportOdd(odd, row);
      return absl::OkStatus();
    }
    if (HasWidth(row) && !Fits(when_, row)) {
      if (number_ == of_file_.front()) ReportOfNoTable(row);
      return absl::OkStatus();
    }
    TakeRow(row);
    return absl::OkStatus();
  }

  void ReportOdd(OddRow odd, const CsvRow& row) {
    if (odd == OddRow::kEmpty) return;
    if (odd != OddRow::kSameHeader) ++reporter_.report().records;
    const RemarkKind& kind = odd == OddRow::kSameHeader ? kHeaderAgain : odd == OddRow::kTotals ? kTotals : kTextRow;
    const std::string& cell = row.cells[id_];
    reporter_.Report(kind, Concat({"/", table_.name, "/", table_.id}), IsUtf8(cell) ? cell : AsLatin1(cell));
  }

  void TakeRow(const CsvRow& row) {
    ++reporter_.report().records;
    if (!HasWidth(row)) {
      return reporter_.Report(kOtherWidth, "", TextOf(row),
                              Concat({"the row has ", Cells(row.cells.size()), ", and the header ",
                                      std::to_string(columns_.size()), ": \"", Shown(TextOf(row), 80), "\""}));
    }
    if (MayHavePartedNumber(row)) return reporter_.Report(kPartedNumber, "", TextOf(row));
    for (const std::string& cell : row.cells) {
      if (!IsUtf8(cell)) return reporter_.Report(kNotUtf8, "", AsLatin1(cell));
    }
    std::string whole;  // of several columns
    begins_.clear();
    for (const size_t column : id_begins_) {
      const std::string& cell = row.cells[column];
      if (IsMissing(table_, nullptr, cell) || words_.IsMissing(cell)) {
        return reporter_.Report(kRowWithoutId, Concat({"/", table_.name, "/", columns_[column].name}), cell);
      }
      whole.append(cell).append("-");
      begins_.push_back(cell.size());
    }
    const std::string& cell = row.cells[id_];
    const std::string id_place = Concat({"/", table_.name, "/", table_.id});
    if (IsMissing(table_, nullptr, cell) || words_.IsMissing(cell)) {
      return reporter_.Report(kRowWithoutId, id_place, cell);
    }
    if (model::IsRoundedNumber(cell)) return reporter_.Report(kRoundedId, id_place, cell);
    if (!whole.empty()) whole.append(cell);
    const std::string& id = whole.empty() ? cell : whole;
    if (id.size() > kMaxTextBytes) return reporter_.Report(kLongId, id_place, id);
    reporter_.SetId(id);
    for (auto& [column, letters] : sexes_) letters.Add(row.cells[column]);
    json_ = "{";
    for (size_t i = 0; i < columns_.size(); ++i) {
      if (!columns_[i].left_out) AppendColumn(columns_[i], row.cells[i], row);
    }
    json_.push_back('}');
    if (join_.Add(number_, id, begins_, json_)) return;
    std::string cells;
    for (const size_t column : id_begins_) cells.append("\"").append(Shown(row.cells[column], 40)).append("\" and ");
    reporter_.Report(kOtherCells, id_place, id,
                     Concat({cells, "\"", Shown(cell, 40), "\" make the id \"", Shown(id, 80),
                             "\", which other cells make for another individual"}));
  }

  // Delimiters at the end of a row, behind which nothing stands, say nothing.
  bool HasWidth(const CsvRow& row) const {
    return row.cells.size() >= columns_.size() &&
           std::all_of(row.cells.begin() + static_cast<ptrdiff_t>(columns_.size()), row.cells.end(),
                       [](const std::string& cell) { return cell.empty(); });
  }

  // "13,5" without quotes, where the last column is empty: a cell too many, and two with digits beside each other.
  bool MayHavePartedNumber(const CsvRow& row) const {
    if (delimiter_ != ',' || row.cells.size() <= columns_.size()) return false;
    const auto is_number = [](const std::string& cell) {
      return !cell.empty() && cell.find_first_not_of("0123456789", cell[0] == '-' ? 1 : 0) == cell.npos;
    };
    for (size_t i = 1; i < columns_.size(); ++i) {
      if (is_number(row.cells[i - 1]) && is_number(row.cells[i]) && i - 1 != id_) return true;
    }
    return false;
  }

  static std::string Cells(uint64_t count) { return Concat({std::to_string(count), count == 1 ? " cell" : " cells"}); }

  static std::string TextOf(const CsvRow& row) {
    std::string text;
    for (size_t i = 0; i < row.cells.size() && text.size() < 200; ++i) {
      text.append(i == 0 ? "" : " | ").append(IsUtf8(row.cells[i]) ? row.cells[i] : AsLatin1(row.cells[i]));
    }
    return text;
  }

  // Columns, and the texts that a table wants in them.
  using Conditions = std::vector<std::pair<size_t, const std::vector<std::string>*>>;

  static bool Fits(const Conditions& when, const CsvRow& row) {
    return std::all_of(when.begin(), when.end(), [&](const auto& condition) {
      return std::find(condition.second->begin(), condition.second->end(), row.cells[condition.first]) !=
             condition.second->end();
    });
  }

  void ReportOfNoTable(const CsvRow& row) {
    const auto takes = [&](const Conditions& when) { return Fits(when, row); };
    if (std::any_of(when_of_file_.begin(), when_of_file_.end(), takes)) return;
    const size_t column = when_.front().first;
    const std::string cell = IsUtf8(row.cells[column]) ? row.cells[column] : AsLatin1(row.cells[column]);
    const std::string place = Concat({"/", table_.name, "/", columns_[column].name});
    reporter_.ReportOfEach(kOfNoTable, place, cell, [&] {
      return std::pair(place, Concat({"no table of the mapping takes rows of this file with \"", Shown(cell, 80),
                                      "\" in the column \"", columns_[column].name, "\""}));
    });
  }

  // What is to be said of whole columns.
  void ReportColumns() {
    reporter_.BeginRecord(0, 0);
    for (const Column& column : columns_) {
      const std::string place = Concat({"/", table_.name, "/", column.name});
      if (column.used && column.pointed.MayBeThousands()) {
        reporter_.Report(kThousands, place, column.pointed.example(),
                         Concat({"all numbers with a point have three digits behind it, such as \"",
                                 column.pointed.example(), "\": decimals, as they are read, or thousands?"}));
      }
      if (column.used && column.forms.has_value()) {
        const std::string remark = column.forms->Remark();
        if (!remark.empty()) reporter_.Report(kTwoForms, place, column.forms->example(), remark);
      }
      if (column.unread.has_value()) ReportUnread(column, *column.unread, place);
      if (column.kinds.has_value()) ReportKinds(column, *column.kinds, place);
    }
  }

  void ReportKinds(const Column& column, const UnreadKinds& kinds, const std::string& place) {
    const bool prefixed = std::any_of(columns_.begin(), columns_.end(), [](const Column& other) {
      return other.settings != nullptr && !other.settings->prefix.empty();
    });
    std::string_view what;
    if (kinds.AreTests() && Makes(model::Entity::kMeasurement)) what = "what was measured: ";
    if (kinds.AreSystems() && prefixed) what = "systems or editions of the codes: ";
    if (what.empty()) return;
    reporter_.Report(kUnreadKinds, place, column.name,
                     Concat({"\"", column.name, "\" seems to have ", what, kinds.Values()}));
  }

  void ReportUnread(const Column& column, const UnreadColumn& unread, const std::string& place) {
    if (unread.cells() == 0) return;
    const bool tells = unread.HasAnswers() || unread.HasCodes() || unread.HasDenials();
    const RemarkKind* kind = column.name.empty()                                                   ? &kNamelessColumn
                             : unread.HasComparators()                                             ? &kUnreadComparators
                             : IsNameOfEndOfConsent(column.name) && Makes(model::Entity::kConsent) ? &kUnreadEnd
                             : IsNameOfUnits(column.name)                                          ? &kUnreadUnits
                             : tells                                                               ? &kUnreadColumn
                                                                                                   : nullptr;
    if (kind == nullptr) return;
    reporter_.Report(*kind, place, column.name,
                     Concat({Cells(unread.cells()), " such as ", unread.Examples(), ", which no question finds"}));
  }

  // Whether a rule makes rows of the entity from rows of the table.
  bool Makes(model::Entity entity) const {
    const MappingNode* node = NodeOfRows();
    return node != nullptr && std::any_of(node->rows().begin(), node->rows().end(),
                                          [&](const RowRule* rule) { return rule->entity == entity; });
  }

  // Whether numbers in the column are written with decimal points.
  static bool IsPlain(const TableColumn& settings) {
    return settings.values.empty() && settings.dates.empty() && settings.prefix.empty() && !settings.decimal_comma;
  }

  void AppendKey(std::string_view name) {
    if (json_.size() > 1) json_.push_back(',');
    AppendJsonString(name, &json_);
    json_.push_back(':');
  }

  void AppendColumn(Column& column, const std::string& cell, const CsvRow& row) {
    static const TableColumn& text = *new TableColumn();
    if (IsMissing(table_, column.settings, cell)) return;
    std::string_view label;
    if (column.label != kNone && !IsMissing(table_, nullptr, row.cells[column.label]) &&
        !words_.IsMissing(row.cells[column.label])) {
      label = row.cells[column.label];
    }
    std::string value;
    std::optional<RemarkKind> problem;
    const TableColumn& settings = column.settings == nullptr ? text : *column.settings;
    if (IsPlain(settings)) column.pointed.Add(cell);
    if (column.forms.has_value()) column.forms->Add(cell);
    if (column.unread.has_value() && !words_.IsMissing(cell)) column.unread->Add(cell);
    if (column.kinds.has_value() && !words_.IsMissing(cell)) column.kinds->Add(cell);
    if (AppendCell(table_, settings, words_, cell, label, &value, &problem)) {
      AppendKey(column.name);
      json_.append(value);
      return;
    }
    reporter_.Report(*problem, Concat({"/", table_.name, "/", column.name}), cell,
                     Concat({"\"", Shown(cell, 80), "\" ", problem->what}));
    // No rule finds it, and so it is kept as it stands.
    AppendKey(Concat({column.name, " (as written)"}));
    AppendJsonString(cell, &json_);
  }

  Window& window_;
  const Mapping& mapping_;
  const Table& table_;
  const std::vector<size_t>& of_file_;
  const WordRules& words_;
  const size_t number_;
  TableJoin& join_;
  Reporter& reporter_;
  std::vector<Column> columns_;
  std::vector<std::string> header_;  // their names
  std::vector<std::pair<size_t, SexLetters>> sexes_;
  Conditions when_;
  std::vector<Conditions> when_of_file_;
  TextMap<size_t> numbers_;  // by CamelCase of the name; of several, the first
  size_t id_ = kNone;
  std::vector<size_t> id_begins_;
  std::vector<size_t> begins_;  // of the row at hand: sizes of the cells there
  char delimiter_ = ',';
  std::string json_;
};

}  // namespace

absl::Status ReadTable(Window& window, const Mapping& mapping, size_t table, const std::vector<size_t>& of_file,
                       TableJoin& join, Reporter& reporter, const std::function<absl::Status()>& tick) {
  return TableReader(window, mapping, table, of_file, join, reporter).Read(tick);
}

}  // namespace muster::import
