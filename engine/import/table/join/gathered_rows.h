// The rows of the tables of an import, by individual.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_JOIN_GATHERED_ROWS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_JOIN_GATHERED_ROWS_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/import/input/text_map.h"
#include "engine/import/mapping/table.h"
#include "engine/import/record/reporter.h"

namespace muster::import {

/// Rows as JSON objects, in any order; once closed, in that of individuals and tables. Memory grows with them. Not
/// thread-safe.
class GatheredRows {
 public:
  /// A row, as text in one of the blocks.
  struct Piece {
    uint32_t individual;
    uint32_t table;
    uint32_t file;
    uint32_t block;
    uint32_t begin;
    uint32_t size;
    uint64_t record;
    uint64_t line;
  };
  struct Individual {
    std::string_view id;  // of by_id_'s key
    size_t begin = 0;     // among the pieces, once closed
    bool delivered = false;
    uint32_t read_for = 0;                       // see TableJoin::AddTo
    const std::vector<size_t>* split = nullptr;  // of splits_, where cells make the id together
  };

  /// See TableJoin::Add. The row is where `reporter` is.
  bool Add(size_t table, std::string_view id, const std::vector<size_t>& begins, std::string_view json,
           const Reporter& reporter);
  /// No more rows are added. `tables`, by their numbers, say which come first.
  void Close(const std::vector<Table>& tables);

  std::vector<Individual>& individuals() { return individuals_; }
  /// Null if there are none with this id.
  Individual* Find(std::string_view id);

  // After closing:
  std::vector<Piece>& pieces() { return pieces_; }
  const std::vector<Piece>& pieces() const { return pieces_; }
  /// Behind the last row of the individual.
  size_t EndOf(const Individual& individual) const;
  /// The row as JSON, followed by padding that the parser may look at.
  std::string_view TextOf(const Piece& piece) const;
  const std::string& FileOf(const Piece& piece) const { return files_[piece.file]; }
  /// Which tables have rows of the individual.
  std::vector<uint32_t> TablesOf(const Individual& individual) const;
  /// Which of the individual's rows repeat rows of another file. Exports overlap: a row that several files of the table
  /// have counts as often as it occurs in the file that has it most often. Equal rows within one file may be different
  /// records. Empty if there is only one file.
  std::vector<bool> RepeatedOf(const Individual& individual) const;

 private:
  void Store(std::string_view json, Piece* piece);
  // Whether the individual may be the one whose id cells of these sizes make; it is from now on.
  bool TakesSplit(Individual& individual, const std::vector<size_t>& begins);

  std::deque<std::string> blocks_;
  std::vector<Piece> pieces_;
  std::deque<std::string> ids_;
  std::vector<Individual> individuals_;
  TextMap<uint32_t> by_id_;
  std::set<std::vector<size_t>> splits_;  // sizes of cells, as Add gets them
  std::vector<std::string> files_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_JOIN_GATHERED_ROWS_H_
