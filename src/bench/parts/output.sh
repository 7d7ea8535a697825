# How fast the output of a program passes, compared with exec-maven-plugin.

outputs() {
  # 50 MB of text, in lines of 76 characters.
  head -c 37000000 /dev/urandom | base64 | head -c 50000000 >"$bench/output.txt"
  rounds_of http output-netnut output-exec
  rm "$bench/output.txt"

  echo
  promise "50 MB of output: exec / exec-maven-plugin" \
    "$(ratio "$(all_of http output-netnut 4)" "$(all_of http output-exec 4)")" "" '<=' 1.5
}
