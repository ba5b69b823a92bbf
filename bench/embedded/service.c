/* A service in C beside a writer: service CATALOGUE SECONDS BACKUP. See README.md of this folder. */
#define _POSIX_C_SOURCE 200809L
#include <dirent.h>
#include <muster/muster.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { kThreads = 8, kDeadline = 20000, kGrace = 20000, kFixed = 5 };

/* The writer adds and deletes people of the dataset "live" that have no phenotypes: these answers stay as they are. */
static const char *const fixed[kFixed] = {
    "count individuals where has phenotype HP:0000707 and not has phenotype HP:0001250",
    "count individuals where has phenotype HP:0001250 with onset before 5 years",
    "count individuals where has phenotype HP:0000707 by country, sex",
    "count individuals where has measurement LOINC:39156-5 with value between 18.5 and 25 kg/m2",
    "count samples where age at collection >= 18 years and has phenotype HP:0001250",
};
static const char split[] =
    "count individuals where has phenotype $code and age at last contact >= $age;"
    "count individuals where has phenotype $code and not age at last contact >= $age;"
    "count individuals where has phenotype $code";
static const char live[] = "count individuals where dataset is live; count individuals where dataset is live by sex";
static const char slow[] = "count individuals by disease, country, age at last contact in bands of 1 year";

static muster_catalogue *catalogue;
static muster_statement *statement;
static int64_t expected[kFixed];
static const char *backup_folder;
static atomic_int done;
static atomic_long asked, wrong, failed, deadlines, versions, backups, longest;
static atomic_long timed, late_ones; /* questions with a deadline, and those that were late by themselves */

static void pause_ms(long ms) {
  const struct timespec time = {ms / 1000, ms % 1000 * 1000000};
  nanosleep(&time, NULL);
}

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

/* Microseconds that this thread was ready to run and had no processor; 0 where the system does not say. */
static int64_t waited_for_processor(void) {
  long long ran = 0, waited = 0;
  FILE *file = fopen("/proc/thread-self/schedstat", "r");
  if (file == NULL) return 0;
  if (fscanf(file, "%lld %lld", &ran, &waited) != 2) waited = 0;
  fclose(file);
  return waited / 1000;
}

static double processor_seconds(void) {
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
         1e-6 * (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
}

static void report(const char *what) {
  if (atomic_fetch_add(&failed, 1) < 3) fprintf(stderr, "failed: %s\n", what);
}

static void report_error(muster_error *error) {
  report(muster_error_message(error).data);
  muster_error_free(error);
}

/* Of the numbers in the last column. */
static int64_t sum_of(const muster_answers *answers, size_t a) {
  int64_t sum = 0;
  for (size_t r = 0; r < muster_table_rows(answers, a); ++r) {
    int64_t number = -1;
    muster_cell_int(answers, a, r, muster_table_columns(answers, a) - 1, &number);
    sum += number;
  }
  return sum;
}

/* Whether there are tables of one version that is not before the last. Otherwise frees the answers. */
static int good(muster_code code, muster_answers *answers, muster_error *error, size_t wanted, uint64_t *last) {
  ++asked;
  if (code != MUSTER_OK) return report_error(error), 0;
  if (muster_answers_have_errors(answers)) {
    report(muster_answers_diagnostics_text(answers).data);
    muster_answers_free(answers);
    return 0;
  }
  const uint64_t version = muster_table_version(answers, 0);
  int right = muster_answers_count(answers) == wanted && version >= *last;
  for (size_t a = 1; a < wanted; ++a) right = right && muster_table_version(answers, a) == version;
  *last = version;
  if (right) return 1;
  ++wrong;
  muster_answers_free(answers);
  return 0;
}

static void ask_fixed(size_t q, uint64_t *last) {
  muster_answers *answers = NULL;
  muster_error *error = NULL;
  const muster_code code = muster_query(catalogue, muster_str(fixed[q]), NULL, NULL, NULL, &answers, &error);
  if (!good(code, answers, error, 1, last)) return;
  if (sum_of(answers, 0) != expected[q]) ++wrong;
  muster_answers_free(answers);
}

static void ask_split(unsigned *seed, uint64_t *last) {
  muster_params *params = muster_params_new();
  muster_params_set(params, muster_str("code"), muster_str(rand_r(seed) % 2 ? "HP:0000707" : "HP:0001250"));
  muster_params_set_int(params, muster_str("age"), rand_r(seed) % 30000, muster_str("days"));
  muster_answers *answers = NULL;
  muster_error *error = NULL;
  const muster_code code = muster_run(statement, NULL, params, NULL, NULL, &answers, &error);
  muster_params_free(params);
  if (!good(code, answers, error, 3, last)) return;
  if (sum_of(answers, 0) + sum_of(answers, 1) != sum_of(answers, 2)) ++wrong;
  muster_answers_free(answers);
}

static void ask_live(uint64_t *last) {
  muster_answers *answers = NULL;
  muster_error *error = NULL;
  const muster_code code = muster_query(catalogue, muster_str(live), NULL, NULL, NULL, &answers, &error);
  if (!good(code, answers, error, 2, last)) return;
  if (sum_of(answers, 0) != sum_of(answers, 1)) ++wrong;
  muster_answers_free(answers);
}

static void ask_with_deadline(void) {
  muster_options *options = muster_options_new();
  muster_options_set_int(options, MUSTER_QUERY_TIMEOUT_US, kDeadline);
  muster_answers *answers = NULL;
  muster_error *error = NULL;
  const int64_t waited = waited_for_processor();
  const int64_t begin = now();
  const muster_code code = muster_query(catalogue, muster_str(slow), NULL, options, NULL, &answers, &error);
  const long over = (long)(now() - begin - kDeadline);
  muster_options_free(options);
  ++asked;
  ++timed;
  if (over - (waited_for_processor() - waited) > kGrace) ++late_ones;
  for (long known = longest; over > known && !atomic_compare_exchange_weak(&longest, &known, over);) {
  }
  if (code != MUSTER_OK) {
    report_error(error);
    return;
  }
  if (muster_answers_have_errors(answers)) {
    const muster_text said = muster_diagnostic_code(answers, 0, 0);
    if (strcmp(said.data, "deadline") == 0) {
      ++deadlines;
    } else {
      report(muster_answers_diagnostics_text(answers).data);
    }
  }
  muster_answers_free(answers);
}

static void *read_on(void *number) {
  unsigned seed = *(const unsigned *)number;
  uint64_t last = 0;
  while (!done) {
    const int kind = rand_r(&seed) % 8;
    if (kind < 2) {
      ask_split(&seed, &last);
    } else if (kind == 2) {
      ask_live(&last);
    } else if (kind == 3) {
      ask_with_deadline();
    } else {
      ask_fixed((size_t)rand_r(&seed) % kFixed, &last);
    }
  }
  return NULL;
}

static void *follow(void *unused) {
  uint64_t last = 0;
  for (; !done; pause_ms(20)) {
    uint64_t version = 0;
    muster_error *error = NULL;
    if (muster_refresh(catalogue, &version, &error) != MUSTER_OK) {
      muster_error_is_retryable(error) ? muster_error_free(error) : report_error(error);
      continue;
    }
    if (version != last) ++versions;
    last = version;
  }
  return unused;
}

static void *back_up(void *unused) {
  for (long number = 0; !done; ++number) {
    char folder[4096];
    snprintf(folder, sizeof(folder), "%s-%ld", backup_folder, number);
    muster_error *error = NULL;
    if (muster_backup(catalogue, muster_str(folder), NULL, NULL, &error) == MUSTER_OK) {
      ++backups;
    } else {
      report_error(error);
    }
    for (int i = 0; i < 50 && !done; ++i) pause_ms(100);
  }
  return unused;
}

static long resident_kilobytes(void) {
  long size = 0, resident = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (file == NULL || fscanf(file, "%ld %ld", &size, &resident) != 2) abort();
  fclose(file);
  return resident * 4;
}

static long open_files(void) {
  DIR *folder = opendir("/proc/self/fd");
  long files = 0;
  while (readdir(folder) != NULL) ++files;
  closedir(folder);
  return files;
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  backup_folder = argv[3];
  muster_options *options = muster_options_new();
  muster_options_set_int(options, MUSTER_OPEN_READ_ONLY, 1);
  muster_options_set_int(options, MUSTER_OPEN_QUERY_THREADS, 1);
  muster_options_set_int(options, MUSTER_OPEN_CACHE_BYTES, 64 << 20);
  muster_error *error = NULL;
  if (muster_open(muster_str(argv[1]), options, &catalogue, &error) != MUSTER_OK ||
      muster_prepare(catalogue, muster_str(split), NULL, &statement, NULL, &error) != MUSTER_OK) {
    return report_error(error), 1;
  }
  muster_options_free(options);
  for (size_t q = 0; q < kFixed; ++q) {
    muster_answers *answers = NULL;
    if (muster_query(catalogue, muster_str(fixed[q]), NULL, NULL, NULL, &answers, &error))
      return report_error(error), 1;
    expected[q] = sum_of(answers, 0);
    muster_answers_free(answers);
  }

  const double used_before = processor_seconds();
  pthread_t threads[kThreads + 2];
  unsigned seeds[kThreads];
  for (unsigned i = 0; i < kThreads; ++i) {
    seeds[i] = i;
    pthread_create(&threads[i], NULL, read_on, &seeds[i]);
  }
  pthread_create(&threads[kThreads], NULL, follow, NULL);
  pthread_create(&threads[kThreads + 1], NULL, back_up, NULL);
  const long ms = (long)(atof(argv[2]) * 1000);
  pause_ms(ms / 3);
  const long early = resident_kilobytes(), files = open_files();
  pause_ms(ms * 2 / 3);
  const long late = resident_kilobytes(), files_late = open_files();
  done = 1;
  for (size_t i = 0; i < kThreads + 2; ++i) pthread_join(threads[i], NULL);
  const double used = processor_seconds() - used_before;
  muster_statement_free(statement);
  if (muster_close(catalogue, &error) != MUSTER_OK) report_error(error);
  printf(
      "C: %ld answers, %.0f for a second of processor time, %ld wrong, %ld failed; %ld deadlines, the latest return "
      "%.1f ms after, %ld of %ld late by themselves; %ld versions, %ld backups; %ld to %ld MB, %ld to %ld files\n",
      asked, (double)asked / used, wrong, failed, deadlines, (double)longest / 1000, late_ones, timed, versions,
      backups, early / 1024, late / 1024, files, files_late);
  /* New texts are kept and take some memory each, up to a bound (docs/embedding.md). */
  const long kept = (asked < 50000 ? asked : 50000) * 10;
  const int grows = late > early * 5 / 4 + 64 * 1024 + kept || files_late > files + 64;
  const int idle = asked == 0 || versions < 2 || backups == 0;
  const int held = late_ones * 100 <= timed;
  return wrong + failed == 0 && held && !grows && !idle ? 0 : 1;
}
