// Codes and keywords of the input as symbols of the catalogue.
#ifndef MUSTER_ENGINE_IMPORT_SYMBOLS_H_
#define MUSTER_ENGINE_IMPORT_SYMBOLS_H_

#include <optional>
#include <string>
#include <string_view>

#include "engine/import/sink.h"
#include "engine/import/text_map.h"
#include "engine/model/record.h"
#include "engine/model/standard_word.h"
#include "engine/model/time.h"

namespace muster::import {

/// Remembers each spelling that has come by, so that a code is normalised and interned once, however often it occurs.
class Symbols {
 public:
  explicit Symbols(Sink& sink) : sink_(sink) {}

  struct Code {
    model::Symbol symbol = model::kNoSymbol;
    bool corrected = false;   ///< the catalogue spells it otherwise
    bool first_time = false;  ///< this spelling has not come before
    const std::optional<model::Interval>* onset =
        nullptr;  ///< the ages that it stands for as an onset; until next call
  };
  /// `id` not blank.
  Code OfCode(std::string_view id, std::string_view label);
  struct AssayNames {
    model::Symbol assay = model::kNoSymbol;     ///< normalised (NormalizeAssay)
    model::Symbol strategy = model::kNoSymbol;  ///< as written
    bool known = false;
  };
  AssayNames OfAssay(std::string_view text);
  /// In lower case; the word as it was becomes the label.
  model::Symbol OfKeyword(std::string_view word);
  /// The same for a word of `field`, which may call by several what is one (model::StandardWord).
  model::Symbol OfKeyword(model::FieldId field, std::string_view word) {
    return OfKeyword(model::StandardWord(field, word));
  }

 private:
  struct Entry {
    model::Symbol symbol = model::kNoSymbol;
    bool labelled = false;
    bool corrected = false;
    std::optional<model::Interval> onset;
  };
  Sink& sink_;
  TextMap<Entry> codes_;
  TextMap<model::Symbol> keywords_;
  TextMap<AssayNames> assays_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_SYMBOLS_H_
