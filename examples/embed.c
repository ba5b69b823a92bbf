/* Embedding Muster in C: open, import, ask with a parameter, show what is wrong with a text.
 *
 *   cc embed.c -lmuster -o embed && ./embed FOLDER */
#include <muster/muster.h>
#include <stdio.h>

static const char people[] =
    "{\"id\": \"p1\", \"subject\": {\"id\": \"p1\", \"sex\": \"FEMALE\"}, \"metaData\": {}, \"phenotypicFeatures\": "
    "[{\"type\": {\"id\": \"HP:0001250\", \"label\": \"Seizure\"}}]}\n"
    "{\"id\": \"p2\", \"subject\": {\"id\": \"p2\", \"sex\": \"MALE\"}, \"metaData\": {}}\n";

static int fail(muster_error *error) {
  fprintf(stderr, "%s %s\n", muster_error_message(error).data, muster_error_hint(error).data);
  muster_error_free(error);
  return 1;
}

int main(int argc, char **argv) {
  if (argc != 2) return 2;
  char path[4096];
  snprintf(path, sizeof(path), "%s/embed-c", argv[1]);

  muster_error *error = NULL;
  muster_catalogue *catalogue = NULL;
  muster_options *options = muster_options_new();
  muster_options_set_int(options, MUSTER_OPEN_CREATE, 1);
  if (muster_open(muster_str(path), options, &catalogue, &error) != MUSTER_OK) return fail(error);
  muster_options_free(options);
  if (muster_import_text(catalogue, muster_str(people), NULL, NULL, &error) != MUSTER_OK) return fail(error);

  muster_params *params = muster_params_new();
  muster_params_set(params, muster_str("code"), muster_str("HP:0001250"));
  const char *text = "count individuals where has phenotype $code";
  muster_answers *answers = NULL;
  if (muster_query(catalogue, muster_str(text), params, NULL, NULL, &answers, &error) != MUSTER_OK) return fail(error);
  int64_t count = 0;
  if (muster_answers_have_errors(answers)) {
    fputs(muster_answers_diagnostics_text(answers).data, stderr);
  } else if (muster_cell_int(answers, 0, 0, 0, &count)) {
    printf("%lld of version %llu\n", (long long)count, (unsigned long long)muster_table_version(answers, 0));
  }
  muster_answers_free(answers);
  muster_params_free(params);
  return muster_close(catalogue, NULL) == MUSTER_OK && count == 1 ? 0 : 1;
}
