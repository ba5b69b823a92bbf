#include "running.h"

#include <pthread.h>
#include <signal.h>
#include <time.h>

typedef struct running {
  long_call call;
  request *request;
  muster_cancel *cancel;
  muster_code code;
  int ended;
  pthread_mutex_t mutex;
  pthread_cond_t changed;
} running;

static void *work(void *user) {
  running *r = user;
  const muster_code code = r->call(r->request, r->cancel);
  pthread_mutex_lock(&r->mutex);
  r->code = code;
  r->ended = 1;
  pthread_cond_signal(&r->changed);
  pthread_mutex_unlock(&r->mutex);
  return NULL;
}

static void look(void *unused) {
  (void)unused;
  R_CheckUserInterrupt();
}

/* Not of the clock on the wall, which may be set back: then Ctrl-C would not be seen for as long. */
static void start_waiting(pthread_cond_t *changed) {
  pthread_condattr_t of;
  pthread_condattr_init(&of);
  pthread_condattr_setclock(&of, CLOCK_MONOTONIC);
  pthread_cond_init(changed, &of);
  pthread_condattr_destroy(&of);
}

/* Waits a twentieth of a second, or until the call has ended: then 1. */
static int wait_a_little(running *r) {
  struct timespec until;
  clock_gettime(CLOCK_MONOTONIC, &until);
  until.tv_nsec += 50000000;
  if (until.tv_nsec >= 1000000000) {
    until.tv_nsec -= 1000000000;
    ++until.tv_sec;
  }
  pthread_mutex_lock(&r->mutex);
  int late = 0;
  while (!r->ended && late == 0) late = pthread_cond_timedwait(&r->changed, &r->mutex, &until);
  const int ended = r->ended;
  pthread_mutex_unlock(&r->mutex);
  return ended;
}

muster_code run(long_call call, request *request, muster_cancel *cancel, int *interrupted) {
  running r = {.call = call, .request = request, .cancel = cancel, .mutex = PTHREAD_MUTEX_INITIALIZER};
  start_waiting(&r.changed);
  *interrupted = 0;
  /* Signals are R's, on its own thread. */
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_t thread;
  const int failed = pthread_create(&thread, NULL, work, &r);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (failed) {
    pthread_cond_destroy(&r.changed);
    return call(request, cancel);
  }
  while (!wait_a_little(&r)) {
    if (*interrupted || R_ToplevelExec(look, NULL)) continue;
    *interrupted = 1;
    muster_cancel_now(cancel);
  }
  pthread_join(thread, NULL);
  pthread_cond_destroy(&r.changed);
  return r.code;
}
