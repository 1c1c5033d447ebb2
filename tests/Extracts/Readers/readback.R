# Reads each file named on the command line with haven and writes beside it what haven saw: texts in hexadecimal, numbers in full.
suppressPackageStartupMessages(library(haven))
known <- new.env() # labels recur thousands of times
hex1 <- function(s) {
  if (is.na(s)) return("NA")
  if (s == "") return("s:")
  made <- if (nchar(s, "bytes") < 200) known[[s]]
  if (!is.null(made)) return(made)
  made <- paste0("s:", paste(as.character(charToRaw(s)), collapse = ""))
  if (nchar(s, "bytes") < 200) known[[s]] <- made
  made
}
hex <- function(x) vapply(as.character(x), hex1, "", USE.NAMES = FALSE)
num <- function(x) {
  x <- as.double(unclass(x))
  tags <- na_tag(x)
  ifelse(is.na(x), ifelse(is.na(tags), "NA", paste0(".", tags)), sprintf("%.17g", x))
}
cells <- function(x) if (is.character(x)) hex(x) else num(x)
one <- function(x) if (is.null(x)) "" else paste(cells(x), collapse = " ")
for (file in commandArgs(trailingOnly = TRUE)) {
  stata <- grepl("\\.dta$", file)
  data <- if (stata) read_dta(file) else read_sav(file, user_na = TRUE)
  plain <- if (stata) data else read_sav(file)
  column <- function(i) {
    x <- .subset2(data, i)
    labels <- attr(x, "labels", exact = TRUE)
    c(paste("column", hex(names(data)[i])),
      paste("label", one(attr(x, "label", exact = TRUE))),
      paste("format", attr(x, if (stata) "format.stata" else "format.spss", exact = TRUE)),
      paste("class", class(.subset2(plain, i))[1]),
      if (length(labels) > 0) paste("value", cells(labels), hex(names(labels))),
      paste("missing", one(attr(x, "na_values", exact = TRUE)), "|", one(attr(x, "na_range", exact = TRUE))),
      paste("cells", paste(cells(x), collapse = " ")),
      paste("there", paste(ifelse(is.na(unclass(.subset2(plain, i))), 0, 1), collapse = "")))
  }
  out <- c(paste("rows", nrow(data)), paste("title", one(attr(data, "label", exact = TRUE))), unlist(lapply(seq_along(data), column)))
  con <- file(paste0(file, ".seen"), open = "wb")
  writeLines(enc2utf8(out), con, sep = "\n", useBytes = TRUE)
  close(con)
}
