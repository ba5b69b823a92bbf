#include "shell/terminal/failure.h"

#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"

namespace muster::shell {
namespace {

std::string Message(const absl::Status& status) {
  std::string message = Printable(std::string(status.message()));
  return message.empty() ? "no reason is known" : message;
}

// A commit failed when it was written or synced: the library says that it may be there (docs/durability.md).
bool MayBeKept(const absl::Status& status) {
  return status.message().find("not known whether the change was kept") != absl::string_view::npos;
}

}  // namespace

std::string ExplainOpenFailure(const absl::Status& status, const std::string& path) {
  const std::string place = Printable(path);
  std::string message = Message(status);
  if (message.starts_with(place + ": ")) message.erase(0, place.size() + 2);  // said already
  switch (status.code()) {
    case absl::StatusCode::kNotFound:
      return Concat("there is no catalogue at ", place, "; 'muster import ", place, " FILE...' makes one");
    case absl::StatusCode::kDataLoss:
      return Concat("the catalogue at ", place, " is damaged: ", message, "; import its sources into a new catalogue");
    default:
      return Concat("cannot open the catalogue at ", place, ": ", message);
  }
}

std::string ExplainImportFailure(const absl::Status& status) {
  if (status.code() == absl::StatusCode::kCancelled) return "interrupted; nothing was imported";
  return MayBeKept(status) ? Message(status) : Concat(Message(status), "; nothing was imported");
}

std::string ExplainDeleteFailure(const absl::Status& status) {
  return MayBeKept(status) ? Message(status) : Concat("nothing was deleted: ", Message(status));
}

std::string ExplainQueryFailure(const absl::Status& status) {
  if (status.code() == absl::StatusCode::kDataLoss) {
    return Concat("the catalogue is damaged: ", Message(status), "; 'muster check' tells more");
  }
  return Concat("the query could not be answered: ", Message(status));
}

}  // namespace muster::shell
