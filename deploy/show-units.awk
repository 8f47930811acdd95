# One short line a record of sentence-units, from lines of `headers TAB key TAB value` on standard input.
# For busybox awk, mawk and gawk. Whole records: kcat -C -b localhost:9092 -t sentence-units -X isolation.level=read_committed

BEGIN { FS = "\t" }

# The JSON string or number behind the first `"name":` in text; escapes stay as they are.
function member(text, name,    at, rest, out) {
  at = index(text, "\"" name "\":")
  if (at == 0) return ""
  rest = substr(text, at + length(name) + 3)
  if (substr(rest, 1, 1) != "\"") {
    match(rest, /^[^],}]*/)
    return substr(rest, 1, RLENGTH)
  }
  rest = substr(rest, 2)
  out = ""
  while (match(rest, /["\\]/) && substr(rest, RSTART, 1) == "\\") {
    out = out substr(rest, 1, RSTART + 1)
    rest = substr(rest, RSTART + 2)
  }
  return out substr(rest, 1, RSTART - 1)
}

{
  # The first member "text" after "block" is the unit's own; the source's JSON can hold no raw tab.
  value = $3
  if (member(value, "type") == "unit")
    printf "%s %3s  %-11s %s\n", $2, member(value, "seq"), member(value, "kind"), member(value, "text")
  else
    printf "%s      %-11s %s\n", $2, member(value, "status"), member(value, "uri")
  fflush()
}
