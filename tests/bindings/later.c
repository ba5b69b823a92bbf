/* What a later library and a clock do to the packages: loaded before both (LD_PRELOAD). Severities and kinds of numbers
 * are ones that the packages do not know, and the clock on the wall runs an hour ahead whenever it is asked, as it
 * seems to whoever waits for a time of it when it is set back. */
#define _GNU_SOURCE
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int32_t muster_diagnostic_severity(const void *answers, size_t a, size_t d) {
  (void)answers, (void)a, (void)d;
  return 1000000;
}

int32_t muster_released_kind(const void *answers, size_t a, size_t r, size_t c) {
  (void)answers, (void)a, (void)r, (void)c;
  return 1000000;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  const int code = (int)syscall(SYS_clock_gettime, clock, now);
  if (clock == CLOCK_REALTIME) now->tv_sec += 3600;
  return code;
}
