# With later.c loaded before: Rscript later.R CATALOGUE, one with a policy
library(muster)
arguments <- commandArgs(trailingOnly = TRUE)
catalogue <- muster_open(arguments[1])
warned <- muster_query(catalogue, "count individuals where has phenotype HP:9999999")
stopifnot(length(attr(warned, "diagnostics")$code) > 0, all(is.na(attr(warned, "diagnostics")$severity)))
guest <- muster_admit(catalogue, "alice@uni.eu", "registered")
stopifnot(is.na(muster_query(guest, "count individuals")$`individuals kind`))
# Ctrl-C in the midst of one long call, whatever the clock on the wall says: nothing of it is there.
many <- paste(sprintf('{"id": "m%d", "subject": {"id": "m%d"}}', 1:400000, 1:400000), collapse = "\n")
before <- muster_query(catalogue, "count individuals")$individuals
system2("sh", c("-c", shQuote(sprintf("sleep 1; kill -INT %d", Sys.getpid()))), wait = FALSE)
interrupted <- tryCatch({
  muster_import_text(catalogue, many, dataset = "many")
  FALSE
}, interrupt = function(e) TRUE)
stopifnot(interrupted, muster_query(catalogue, "count individuals")$individuals == before)
muster_close(catalogue)
cat("ok\n")
