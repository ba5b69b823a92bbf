// Brings together what the tables of an import, and its other files, say of one individual.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_JOIN_TABLE_JOIN_H_
#define MUSTER_ENGINE_IMPORT_TABLE_JOIN_TABLE_JOIN_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/record/reporter.h"
#include "engine/import/record/sink.h"
#include "engine/import/table/join/gathered_rows.h"

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

  /// Takes a row of table number `table`, the one that the reporter is at: `json` is one object, from column to value.
  /// `begins`: of an id that cells make together, the sizes of those before the last. False, and nothing is taken,
  /// where other cells made the same id, "DE" and "1-5", and "DE-1" and "5": it is another person's.
  bool Add(size_t table, std::string_view id, const std::vector<size_t>& begins, std::string_view json);
  /// Tells that rows of table number `table` name a site in `column`, which is no part of ids.
  void NameSites(size_t table, std::string_view column);
  /// Tells that `letter` may stand for either sex in a table: it is then neither.
  void DoubtSex(std::string_view letter) { doubtful_sexes_.emplace_back(letter); }
  /// No more rows are added; from now on individuals are.
  void Close();

  /// Adds to `draft` what the tables say of its individual, if anything. False after rejecting a record of which they
  /// say another sex and another date of birth: it is of another person than theirs. `draft` is of no use then.
  bool AddTo(RecordDraft& draft);
  /// Hands over, through `draft`, the individuals that AddTo was not asked for. `tick` is called now and then, and ends
  /// the delivery when it fails. InvalidArgument when one would replace an individual of the catalogue although no
  /// table has a row that describes it.
  absl::Status DeliverRest(std::string_view dataset, RecordDraft& draft, Sink& sink,
                           const std::function<absl::Status()>& tick);

 private:
  using Piece = GatheredRows::Piece;
  using Individual = GatheredRows::Individual;
  class Parser;

  void AddPiece(RecordDraft& draft, const Piece& piece, size_t index);
  void ReportSecondRow(const Piece& first, const Piece& second);
  int64_t LatestOf(const Piece& piece, std::string_view column);
  void PutLatestFirst(const Individual& individual);
  void ReportAlikeIds();
  bool IsDescribed(const Individual& individual) const;

  const Mapping& mapping_;
  Reporter& reporter_;
  std::unique_ptr<Parser> parser_;
  GatheredRows rows_;
  std::vector<std::string> doubtful_sexes_;
  std::vector<std::string> site_columns_;        // by table; "": none
  std::unique_ptr<SecondValues> second_values_;  // of the individual, from rows of a table that has several
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_JOIN_TABLE_JOIN_H_
