#include "shell/terminal/failure.h"

#include <gmock/gmock.h>

#include "absl/status/status.h"

namespace muster::shell {
namespace {

TEST(FailureTest, NothingWasDoneWhereThatIsKnown) {
  const absl::Status full = absl::ResourceExhaustedError("no space");
  EXPECT_EQ(ExplainImportFailure(full), "no space; nothing was imported");
  EXPECT_EQ(ExplainDeleteFailure(full), "nothing was deleted: no space");
}

// The words are those of storage/rocks/rocks_apply.cc, to which programs are pointed by docs/durability.md.
TEST(FailureTest, OfACommitThatMayBeThereNothingElseIsSaid) {
  const absl::Status unknown = absl::UnavailableError(
      "/c: fsync failed. It is not known whether the change was kept: that shows when the catalogue can be opened "
      "again");
  EXPECT_EQ(ExplainImportFailure(unknown), unknown.message());
  EXPECT_EQ(ExplainDeleteFailure(unknown), unknown.message());
}

}  // namespace
}  // namespace muster::shell
