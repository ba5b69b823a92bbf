#include "engine/api/calls/fence.h"

#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "engine/api/calls/call.h"
#include "engine/api/calls/open_handles.h"
#include "muster/reason.h"

namespace muster::api {
namespace {

// Made beforehand: copying a status takes no memory.
const absl::Status& OutOfMemory() {
  static const auto& status = *new absl::Status(WithReason(
      absl::ResourceExhaustedError("out of memory. The catalogue can be used on: free some memory and repeat."),
      reason::kNoMemory));
  return status;
}
// At the start of the program, so that there is memory for it.
[[maybe_unused]] const absl::Status& made_at_start = OutOfMemory();

absl::Status Describe(std::string_view doing) {
  const std::string doing_text(doing);
  try {
    throw;
  } catch (const HandleIsClosed&) {
    return ClosedCatalogue();
  } catch (const std::bad_alloc&) {
    return OutOfMemory();
  } catch (const std::length_error&) {
    return OutOfMemory();
  } catch (const std::system_error& error) {
    return absl::ResourceExhaustedError(absl::StrCat("the system refused a thread or a lock while ", doing_text, " (",
                                                     error.what(), "). Repeat it later."));
  } catch (const std::exception& error) {
    return absl::AbortedError(absl::StrCat("an exception was thrown while ", doing_text, ": ", error.what()));
  } catch (...) {
    return absl::AbortedError(absl::StrCat("an exception was thrown while ", doing_text));
  }
}

}  // namespace

absl::Status StatusOfException(std::string_view doing) noexcept {
  try {
    return Describe(doing);
  } catch (...) {
    return OutOfMemory();
  }
}

}  // namespace muster::api
