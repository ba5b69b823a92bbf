// Finds where a JSON value ends, without reading it.
#ifndef MUSTER_ENGINE_IMPORT_INPUT_JSON_SCANNER_H_
#define MUSTER_ENGINE_IMPORT_INPUT_JSON_SCANNER_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace muster::import {

/// Follows brackets and strings of one object or array, which may arrive in pieces: each call gets the whole text so
/// far, and `*at`, where the last call stopped. Whether the value is right is the parser's business.
class JsonScanner {
 public:
  enum class Stop {
    kMore,      ///< the text is used up
    kValueEnd,  ///< `*at` is just behind the value
    kLineEnd,   ///< ScanLine only: `*at` is just behind a line break inside the value
  };
  Stop Scan(std::string_view text, size_t* at) { return Run<false>(text, at); }
  Stop ScanLine(std::string_view text, size_t* at) { return Run<true>(text, at); }
  bool in_string() const { return in_string_; }

 private:
  template <bool kLines>
  Stop Run(std::string_view text, size_t* at);

  uint64_t depth_ = 0;
  bool in_string_ = false;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_INPUT_JSON_SCANNER_H_
