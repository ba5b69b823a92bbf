// The main function of all tests. Where a suite cannot be set up, GoogleTest calls its tests SKIPPED; CMake has told
// ctest that a test that says so was left out, whatever its exit code, and so nobody would hear of the failure.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>

namespace {

// Ends the process before the word is said. Only where there is one test, as ctest runs them: of several, the exit code
// of the process is what counts, and the others are to run.
class SetUpFailures final : public testing::EmptyTestEventListener {
  void OnTestStart(const testing::TestInfo&) override {
    const testing::UnitTest& tests = *testing::UnitTest::GetInstance();
    if (!tests.current_test_suite()->ad_hoc_test_result().Failed() || tests.test_to_run_count() > 1) return;
    std::printf("[  FAILED  ] %s could not be set up\n", tests.current_test_suite()->name());
    std::fflush(stdout);
    std::_Exit(1);
  }
};

}  // namespace

int main(int argc, char** argv) {
  testing::InitGoogleMock(&argc, argv);
  testing::UnitTest::GetInstance()->listeners().Append(new SetUpFailures);
  return RUN_ALL_TESTS();
}
