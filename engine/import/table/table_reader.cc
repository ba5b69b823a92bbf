#include "engine/import/table/table_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/import/input/json_value.h"
#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/remark_kinds.h"
#include "engine/import/table/beside/beside_columns.h"
#include "engine/import/table/beside/read_elsewhere.h"
#include "engine/import/table/columns/column_watch.h"
#include "engine/import/table/columns/people/child_columns.h"
#include "engine/import/table/columns/people/control_columns.h"
#include "engine/import/table/columns/people/person_column.h"
#include "engine/import/table/columns/people/second_sexes.h"
#include "engine/import/table/columns/people/sex_columns.h"
#include "engine/import/table/dagger_columns.h"
#include "engine/import/table/dose_columns.h"
#include "engine/import/table/join/other_ids.h"
#include "engine/import/table/join/second_values.h"
#include "engine/import/table/rows/csv_rows.h"
#include "engine/import/table/rows/label_rows.h"
#include "engine/import/table/rows/odd_row.h"
#include "engine/import/table/rows/row_text.h"
#include "engine/import/table/rows/row_width.h"
#include "engine/import/table/rows/table_header.h"
#include "engine/import/table/rows/table_start.h"
#include "engine/import/table/table_cell.h"
#include "engine/import/table/time_columns.h"
#include "engine/import/table/together/corrected_results.h"
#include "engine/import/table/together/item_answers.h"
#include "engine/import/table/together/parts_of_one.h"
#include "engine/import/table/together/shared_times.h"
#include "engine/model/text/spreadsheet_number.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

constexpr uint64_t kRowsBetweenTicks = 256;

constexpr RemarkKind kOtherLabels{
    ImportProblem::Kind::kKeptOnly, "labels of several codes in a cell of which it is not certain which is whose",
    "write as many labels as codes, parted by the same \"split\", and an empty one for a code without; commas and "
    "blanks stand in labels themselves, so that both columns need another separator"};
constexpr RemarkKind kRowWithoutId{ImportProblem::Kind::kRejected, "the row has no id of an individual",
                                   "if the row belongs to somebody, enter the id; the table's \"id\" names the column"};
constexpr RemarkKind kOtherCells{
    ImportProblem::Kind::kRejected, "row whose id other cells make as well, parted otherwise: it is another person's",
    "write the sites, or the ids, without hyphens in the source: of \"DE\" and \"1-5\", and \"DE-1\" and \"5\", both "
    "make DE-1-5, and whoever came first has it"};
constexpr RemarkKind kNotUtf8{
    ImportProblem::Kind::kRejected, "row that is not UTF-8",
    "convert the file, such as by iconv -f WINDOWS-1252 -t UTF-8, or save it as \"CSV UTF-8\""};
constexpr RemarkKind kOfNoTable{
    ImportProblem::Kind::kNote, "row of a file that none of its tables takes, by what their \"when\" asks for",
    "nothing, if such rows are to be left out; else add their text to the table's \"when\", or a table for them"};
constexpr RemarkKind kPartedNumber{
    ImportProblem::Kind::kRejected, "row with a cell too many, in which a decimal comma may have parted a number",
    "put numbers with a comma in double quotes, or export with another separator; where no number has a comma, leave "
    "out the separators at the end of rows"};
constexpr RemarkKind kHeaderAgain{ImportProblem::Kind::kNote, "header of a table that stands there once more, left out",
                                  "nothing: files that were put together have it so"};
constexpr RemarkKind kMoreHeader{ImportProblem::Kind::kNote,
                                 "second line of names or labels below the header, left out",
                                 "nothing: questionnaires and statistics programs write it"};
constexpr RemarkKind kTotals{ImportProblem::Kind::kRejected, "row of totals or the like in place of an individual",
                             "nothing, if it is one; an individual of such an id needs another"};
constexpr RemarkKind kTextRow{ImportProblem::Kind::kRejected, "row with a text in place of an id, and nothing else",
                              "nothing, if it is a comment; else fill in what is known of the individual"};
constexpr RemarkKind kShiftedRow{
    ImportProblem::Kind::kNote,
    "row with a cell too many, the last of which is empty: its cells may stand a column too far",
    "nothing, if it has a separator at its end only; else put the text that has a separator in double quotes: until "
    "then what stands behind it is read from the wrong columns",
    RemarkPlace::kFirst};
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
        reporter_(reporter),
        header_(mapping, number, of_file),
        watch_(mapping, number) {}

  absl::Status Read(const std::function<absl::Status()>& tick) {
    const absl::StatusOr<TableStart> start = DropAboveHeader(window_, table_.id);
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
        if (absl::Status read = header_.Read(window_.name(), **row); !read.ok()) return WithHint(read, rows);
        FindSites();
        sexes_.Find(mapping_, number_, header_);
        second_sexes_.Begin(mapping_, number_, header_, join_.sexes());
        controls_.Begin(mapping_, number_, header_);
        doses_.Begin(mapping_, number_, header_);
        answers_.Begin(mapping_, number_, header_);
        shared_times_.Begin(mapping_, number_, header_);
        elsewhere_.Begin(mapping_, number_, header_);
        times_.Find(mapping_, number_, header_);
        person_.Find(table_, header_);
        parts_.Begin(mapping_, number_, header_);
        corrected_.Begin(mapping_, number_, header_);
        other_ids_.Begin(mapping_, number_, of_file_, header_);
        beside_.Begin(mapping_, number_, of_file_, header_);
        watch_.Begin(header_, of_file_);
        daggers_.Begin(header_);
        header = false;
        continue;
      }
      if (absl::Status read = ReadRow(**row, number); !read.ok()) return read;
      if (number % kRowsBetweenTicks == 0) {
        if (absl::Status status = tick(); !status.ok()) return status;
      }
    }
    if (header)
      return WrongLine(window_.name(), 1, "the table is empty: not even a line with the names of its columns");
    join_.NoteDays(number_, watch_.ColumnsOfDays(header_, /*days=*/true),
                   watch_.ColumnsOfDays(header_, /*days=*/false));
    if (daggers_.Has()) join_.NoteDaggers(number_, daggers_.names(), /*marks=*/false);
    if (daggers_.HasMarks()) join_.NoteDaggers(number_, {}, /*marks=*/true);
    sexes_.Doubt(mapping_, number_, header_, join_, reporter_);
    if (number_ == of_file_.front()) ReportShifted();
    join_.NoteOtherIds(other_ids_.Take());
    person_.Report(table_, header_, reporter_);
    ReportColumnsOfChildren(table_, header_, reporter_);
    controls_.Report(table_.name, header_, reporter_);
    corrected_.Report(table_.name, header_, reporter_);
    doses_.Report(table_.name, header_, reporter_);
    answers_.Report(table_.name, header_, reporter_);
    elsewhere_.Report(table_.name, header_, reporter_);
    shared_times_.Report(
        table_.name, header_,
        [&](size_t column, std::string_view cell) {
          return IsMissing(table_, header_.columns()[column].settings, cell) || words_.IsMissing(cell);
        },
        reporter_);
    beside_.Report(header_, reporter_);
    if (number_ == of_file_.front()) labels_.Report(table_.name, header_.names(), reporter_);
    watch_.Report(header_, reporter_);
    return absl::OkStatus();
  }

 private:
  // Where a title stands above the header, the header is looked for.
  absl::Status WithHint(const absl::Status& status, CsvRows& rows) const {
    constexpr int kLookedAt = 20;
    std::string scratch;
    const std::string id(CamelCase(table_.id, scratch));
    for (int i = 0; i < kLookedAt && header_.id() == kNoColumn; ++i) {
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

  // The column of the site, unless the rules read it as something else, such as a site of the body.
  void FindSites() {
    if (!table_.id_begins.empty()) return;
    const std::vector<FieldRule>& rules = mapping_.individual_of(number_);
    for (const HeaderColumn& column : header_.columns()) {
      if (column.left_out || !IsNameOfSites(column.name)) continue;
      std::string scratch;
      const std::string_view name = CamelCase(column.name, scratch);
      const bool of_individual = std::any_of(rules.begin(), rules.end(), [&](const FieldRule& rule) {
        return !rule.steps.empty() && rule.steps[0] == name;
      });
      if (!column.used || of_individual) return join_.NameSites(number_, column.name);
    }
  }

  absl::Status ReadRow(const CsvRow& row, uint64_t number) {
    reporter_.BeginRecord(number, row.line);
    const OddRow odd =
        HasWidth(row, header_.columns().size()) ? OddRowOf(header_.names(), header_.id(), row.cells) : OddRow::kNone;
    if (odd == OddRow::kOtherHeader) {
      return WrongLine(window_.name(), row.line,
                       "here stands another line with names of columns, which differ from those at the top: put "
                       "what follows into a file of its own");
    }
    // (If the file has several tables, the first one reports it.)
    if (odd != OddRow::kNone) {
      if (number_ == of_file_.front()) ReportOdd(odd, row);
      return absl::OkStatus();
    }
    if (HasWidth(row, header_.columns().size()) && !Fits(header_.when(), row)) {
      if (number_ == of_file_.front()) ReportOfNoTable(row);
      return absl::OkStatus();
    }
    TakeRow(row);
    return absl::OkStatus();
  }

  void ReportShifted() {
    reporter_.SetId({});
    for (const ShiftedRows::Place& place : shifted_.Places()) {
      reporter_.BeginRecord(place.record, place.line);
      const std::string cell = ShownCell(place.last);
      reporter_.Report(
          kShiftedRow, Concat({"/", table_.name, "/", header_.names().back()}), cell,
          Concat({"\"", Shown(cell, 40), "\" stands in the last column, where other rows have nothing, and ",
                  "an empty cell behind it"}));
    }
  }

  void ReportOdd(OddRow odd, const CsvRow& row) {
    if (odd == OddRow::kEmpty) return;
    const bool header = odd == OddRow::kSameHeader || odd == OddRow::kMoreHeader;
    if (!header) ++reporter_.report().records;
    const RemarkKind& kind = odd == OddRow::kSameHeader   ? kHeaderAgain
                             : odd == OddRow::kMoreHeader ? kMoreHeader
                             : odd == OddRow::kTotals     ? kTotals
                                                          : kTextRow;
    const std::string& cell = row.cells[header_.id()];
    reporter_.Report(kind, Concat({"/", table_.name, "/", table_.id}), ShownCell(cell));
  }

  void TakeRow(const CsvRow& row) {
    ++reporter_.report().records;
    if (!HasWidth(row, header_.columns().size())) {
      return reporter_.Report(
          kOtherWidth, "", ShownRow(row),
          Concat({"the row has ", CountedCells(row.cells.size()), ", and the header ",
                  std::to_string(header_.columns().size()), ": \"", Shown(ShownRow(row), 80), "\""}));
    }
    if (MayHavePartedNumber(row, header_.columns().size(), header_.id(), delimiter_))
      return reporter_.Report(kPartedNumber, "", ShownRow(row));
    shifted_.Add(row, header_.columns().size(), reporter_.record());
    for (const std::string& cell : row.cells) {
      if (!IsUtf8(cell)) return reporter_.Report(kNotUtf8, "", ShownCell(cell));
    }
    std::string whole;  // of several columns
    begins_.clear();
    for (const size_t column : header_.id_begins()) {
      const std::string& cell = row.cells[column];
      if (IsMissing(table_, nullptr, cell) || words_.IsMissing(cell)) {
        return reporter_.Report(kRowWithoutId, Concat({"/", table_.name, "/", header_.columns()[column].name}), cell);
      }
      whole.append(cell).append("-");
      begins_.push_back(cell.size());
    }
    const std::string& cell = row.cells[header_.id()];
    const std::string id_place = Concat({"/", table_.name, "/", table_.id});
    if (IsMissing(table_, nullptr, cell) || words_.IsMissing(cell)) {
      return reporter_.Report(kRowWithoutId, id_place, cell);
    }
    if (model::IsRoundedNumber(cell)) return reporter_.Report(kRoundedId, id_place, cell);
    if (!whole.empty()) whole.append(cell);
    const std::string& id = whole.empty() ? cell : whole;
    if (id.size() > kMaxTextBytes) return reporter_.Report(kLongId, id_place, id);
    reporter_.SetId(id);
    sexes_.Add(row);
    controls_.Add(words_, row);
    doses_.Add(words_, row);
    answers_.Add(words_, row);
    shared_times_.Add(row);
    elsewhere_.Add(words_, row, id);
    daggers_.Add(row);
    second_sexes_.Add(words_, header_, row, id, join_.sexes());
    person_.Add(row, id, reporter_);
    parts_.Add(row, id, reporter_);
    corrected_.Add(row, id);
    other_ids_.Add(row, id);
    beside_.Add(row);
    watch_.AddRow(row);
    labels_.Add(row, header_.id(), reporter_.record());
    json_ = "{";
    const std::vector<HeaderColumn>& columns = header_.columns();
    for (size_t i = 0; i < columns.size(); ++i) {
      if (!columns[i].left_out) AppendColumn(i, columns[i], row);
    }
    json_.push_back('}');
    if (join_.Add(number_, id, begins_, json_)) return;
    std::string cells;
    for (const size_t column : header_.id_begins())
      cells.append("\"").append(Shown(row.cells[column], 40)).append("\" and ");
    reporter_.Report(kOtherCells, id_place, id,
                     Concat({cells, "\"", Shown(cell, 40), "\" make the id \"", Shown(id, 80),
                             "\", which other cells make for another individual"}));
  }

  void ReportOfNoTable(const CsvRow& row) {
    const auto takes = [&](const CellConditions& when) { return Fits(when, row); };
    const std::vector<CellConditions>& of_file = header_.when_of_file();
    if (std::any_of(of_file.begin(), of_file.end(), takes)) return;
    const size_t column = header_.when().front().first;
    const std::string cell = ShownCell(row.cells[column]);
    const std::string place = Concat({"/", table_.name, "/", header_.columns()[column].name});
    reporter_.ReportOfEach(kOfNoTable, place, cell, [&] {
      return std::pair(place, Concat({"no table of the mapping takes rows of this file with \"", Shown(cell, 80),
                                      "\" in the column \"", header_.columns()[column].name, "\""}));
    });
  }

  void AppendKey(std::string_view name) {
    if (json_.size() > 1) json_.push_back(',');
    AppendJsonString(name, &json_);
    json_.push_back(':');
  }

  void AppendColumn(size_t number, const HeaderColumn& column, const CsvRow& row) {
    const std::string& cell = row.cells[number];
    static const TableColumn& text = *new TableColumn();
    if (IsMissing(table_, column.settings, cell)) return;
    std::string_view label;
    if (column.label != kNoColumn && !IsMissing(table_, nullptr, row.cells[column.label]) &&
        !words_.IsMissing(row.cells[column.label])) {
      label = row.cells[column.label];
    }
    std::string value;
    std::optional<RemarkKind> problem;
    const TableColumn& settings = column.settings == nullptr ? text : *column.settings;
    if (!label.empty() && !HasLabelOfEach(settings, cell, label)) {
      const std::string& of_label = header_.columns()[column.label].name;
      reporter_.Report(kOtherLabels, Concat({"/", table_.name, "/", of_label}), label,
                       Concat({"\"", Shown(cell, 80), "\": which of them has which part of \"", Shown(label, 80),
                               "\" is not certain, and none is taken"}));
      if (header_.columns()[column.label].left_out) {
        AppendKey(of_label);
        AppendJsonString(label, &json_);
      }
      label = {};
    }
    watch_.Add(number, cell);
    bool read = AppendCell(table_, settings, words_, cell, label, &value, &problem);
    if (!read && settings.values.empty() && times_.IsDenied(number, cell)) {
      AppendJsonString(cell, &value);
      read = true;
    }
    if (read) {
      AppendKey(column.name);
      json_.append(value);
      return;
    }
    reporter_.Report(*problem, Concat({"/", table_.name, "/", column.name}), cell,
                     Concat({"\"", Shown(cell, 80), "\" ", problem->what}));
    // No rule finds it, so it is kept unchanged.
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
  TableHeader header_;
  SexColumns sexes_;
  SecondSexes second_sexes_;
  ControlColumns controls_;
  DoseColumns doses_;
  ItemAnswers answers_;
  SharedTimes shared_times_;
  ReadElsewhere elsewhere_;
  TimeColumns times_;
  PersonColumn person_;
  PartsOfOne parts_;
  CorrectedResults corrected_;
  OtherIdColumns other_ids_;
  BesideColumns beside_;
  ColumnWatch watch_;
  ShiftedRows shifted_;
  LabelRows labels_;
  DaggerColumns daggers_;
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
