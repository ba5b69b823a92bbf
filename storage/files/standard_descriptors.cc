#include "storage/files/standard_descriptors.h"

#include <fcntl.h>
#include <unistd.h>

namespace muster::storage {

void TakeStandardDescriptors() {
  for (int wanted = STDIN_FILENO; wanted <= STDERR_FILENO; ++wanted) {
    if (::fcntl(wanted, F_GETFD) >= 0) continue;
    // (Without O_CLOEXEC, as programs that are started expect all three.) The lowest that is free is `wanted`, unless
    // another thread has just taken it.
    const int fd = ::open("/dev/null", wanted == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    if (fd > STDERR_FILENO) ::close(fd);
  }
}

}  // namespace muster::storage
