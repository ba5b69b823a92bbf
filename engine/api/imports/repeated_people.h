// Private to api/: whether several records of an import may be one person, or share a name.
#ifndef MUSTER_ENGINE_API_IMPORTS_REPEATED_PEOPLE_H_
#define MUSTER_ENGINE_API_IMPORTS_REPEATED_PEOPLE_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "containers/hash_table.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"
#include "muster/import.h"

namespace muster::api {

/// Counts records with similar ids, and records with different ids whose subjects have the same id and date of birth,
/// such as packets of visits, or are the same member of one family. If there are very many, only the first are
/// remembered.
class RepeatedPeople {
 public:
  void Add(const model::Record& record, const model::Dictionary& dictionary);
  /// Says how many there are, if any.
  void AddRemarks(ImportReport* report) const;

 private:
  struct Repeats {
    HashMap<uint64_t, std::string> first;  // the id of the first record, by name
    uint64_t count = 0;
    std::string example;  // two ids
  };
  /// Counts one; true when the records are to be shown, as an example.
  static bool Count(uint64_t name, const std::string& id, std::string* earlier, Repeats* repeats);

  Repeats alike_;
  Repeats alike_persons_;
  Repeats subjects_;
  Repeats members_;
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_IMPORTS_REPEATED_PEOPLE_H_
