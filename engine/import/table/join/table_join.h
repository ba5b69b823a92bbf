// Brings together what the tables of an import, and its other files, say of one individual.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_JOIN_TABLE_JOIN_H_
#define MUSTER_ENGINE_IMPORT_TABLE_JOIN_TABLE_JOIN_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "engine/import/input/text_map.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/record/reporter.h"
#include "engine/import/record/sink.h"
#include "engine/import/table/join/gathered_rows.h"
#include "engine/import/table/join/other_ids.h"
#include "engine/import/table/join/sexes_of_tables.h"

namespace muster::import {

class RecordDraft;
class SecondValues;

/// Gathers the rows of tables in any order, as JSON objects, and adds them to the individuals with their ids. Memory
/// grows with what is gathered. simdjson does not show here (see phenopacket_reader.h). Not thread-safe.
class TableJoin {
 public:
  /// `mapping`, whose tables these are, and `reporter` must outlive the join.
  TableJoin(const Mapping& mapping, Reporter& reporter);
  ~TableJoin();

  /// Takes the row at the reporter's location, of table number `table`: `json` is one object, from column to value.
  /// `begins`: for an id of several cells, the sizes of all but the last. Returns false, and takes nothing, if
  /// different cells made the same id before ("DE" and "1-5", "DE-1" and "5"): it belongs to another person.
  bool Add(size_t table, std::string_view id, const std::vector<size_t>& begins, std::string_view json);
  /// Rows of table number `table` have a site in `column`, which is not part of ids.
  void NameSites(size_t table, std::string_view column);
  /// `letter` may mean either sex in a table: it is then taken for neither.
  void DoubtSex(std::string_view letter) { doubtful_sexes_.emplace_back(letter); }
  /// Codes of table number `table` in `columns` have letters behind them that are those of daggers and asterisks
  /// (DaggerColumns), or, with `marks`, those of certainty: then none are taken off.
  void NoteDaggers(size_t table, const std::vector<std::string>& columns, bool marks);
  /// In `days` of table number `table`, 1970-01-01T00:00:00Z is a day (MidnightDates), and in `defaults` it is none:
  /// where one file of the table has it so, in all.
  void NoteDays(size_t table, const std::vector<std::string>& days, const std::vector<std::string>& defaults);
  /// A file had these columns (OtherIdColumns).
  void NoteOtherIds(std::vector<OtherId> columns) {
    for (OtherId& column : columns) other_ids_.push_back(std::move(column));
  }
  /// The sexes that the tables have so far.
  SexesOfTables& sexes() { return sexes_; }
  /// No more rows are added; from now on individuals are.
  void Close();

  /// Adds the rows of the tables for its individual, if any, to `draft`. Of several records of one individual the first
  /// gets them, and the others only the individual's own fields, and rows that belong to one that no record before had:
  /// otherwise each would be read as often as there are records. Returns false after rejecting a record for which they
  /// have another sex and another date of birth, as it is of another person; `draft` cannot be used then.
  bool AddTo(RecordDraft& draft);
  /// Whether the last record was not the first one.
  bool has_left_out() const { return left_out_; }
  /// Hands over, through `draft`, the individuals that AddTo was not asked for. `tick` is called now and then, and ends
  /// the delivery when it fails. InvalidArgument when one would replace an individual of the catalogue although no
  /// table has a row that describes it.
  absl::Status DeliverRest(std::string_view dataset, RecordDraft& draft, Sink& sink,
                           const std::function<absl::Status()>& tick);

 private:
  using Piece = GatheredRows::Piece;
  using Individual = GatheredRows::Individual;
  class Parser;

  // `with_rows`: besides fields of the individual.
  void AddPiece(RecordDraft& draft, const Piece& piece, size_t index, bool with_rows);
  uint32_t NumberOf(const std::string& dataset);
  void ReportSecondRow(const Piece& first, const Piece& second);
  int64_t LatestOf(const Piece& piece, std::string_view column);
  void PutLatestFirst(const Individual& individual);
  void ReportAlikeIds();
  bool IsDescribed(const Individual& individual) const;
  bool HasOnlyEnded(const Individual& individual) const;
  bool IsWaiting(size_t piece) const { return piece < waiting_.size() && waiting_[piece]; }

  const Mapping& mapping_;
  Reporter& reporter_;
  std::unique_ptr<Parser> parser_;
  GatheredRows rows_;
  std::vector<std::string> doubtful_sexes_;
  std::string PathOf(size_t table, std::string_view column) const;

  struct Daggers {
    std::vector<std::string> paths;  // of columns
    bool marks = false;
  };
  std::vector<Daggers> daggers_;                // by table
  std::vector<std::vector<std::string>> days_;  // by table: paths of columns
  std::vector<std::vector<std::string>> defaults_;
  SexesOfTables sexes_;
  std::vector<OtherId> other_ids_;
  std::vector<bool> ends_;                 // by table: whether rules read nothing from it but how people ended
  std::vector<std::string> site_columns_;  // by table; "": none
  TextMap<uint32_t> datasets_;             // numbers from 1 of those whose individuals have got rows
  // By piece, if there are any: rows of which something belongs to a row that no record had yet.
  std::vector<bool> waiting_;
  bool left_out_ = false;
  std::unique_ptr<SecondValues> second_values_;  // of the individual, from rows of a table that has several
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_JOIN_TABLE_JOIN_H_
