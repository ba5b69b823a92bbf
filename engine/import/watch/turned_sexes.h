// Men with diseases of women, and women with those of men: sexes that a mapping or a source has the wrong way round.
#ifndef MUSTER_ENGINE_IMPORT_WATCH_TURNED_SEXES_H_
#define MUSTER_ENGINE_IMPORT_WATCH_TURNED_SEXES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/import/record/reporter.h"
#include "engine/import/watch/sex_of_code.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// Counts the individuals of an import by sex, and by codes and karyotypes that only one sex has. One in some is a
/// mistake or a transgender person, and most of them are not. Who has a difference of sex development, such as androgen
/// insensitivity, is not counted.
class TurnedSexes {
 public:
  void Look(const model::Record& record, const model::Dictionary& dictionary);
  void Report(const model::Dictionary& dictionary, Reporter& reporter) const;

 private:
  // Individuals with a code that only men, or only women, have.
  struct People {
    uint64_t all = 0;     // who are male or female
    uint64_t others = 0;  // of the other sex
    std::string first;    // of these
    model::Symbol code = model::kNoSymbol;
  };
  SexOfCode SexOf(model::Symbol code, const model::Dictionary& dictionary);
  static void ReportPeople(const People& people, std::string_view of, std::string_view are,
                           const model::Dictionary& dictionary, Reporter& reporter);
  static void Add(People& people, bool other, const std::string& id, model::Symbol code);

  std::vector<uint8_t> known_;  // by symbol: 1 and the number of its SexOfCode; 0: not looked at
  People of_men_;
  People of_women_;
  People with_karyotype_;  // XX or XY
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_WATCH_TURNED_SEXES_H_
