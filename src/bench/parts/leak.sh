# How fast leak-check looks through large files.

leaks() {
  local folder=$bench/projects/leak part=$bench/part megabytes=2000 i
  mkdir -p "$folder/empty" "$folder/full"
  head -c 100000000 /dev/urandom >"$part.bin"
  # 76 characters and a newline for each 57 bytes.
  head -c 74025974 "$part.bin" | base64 >"$part.log"
  for i in $(seq $((megabytes / 200))); do
    cp "$part.bin" "$folder/full/$i.bin"
    cp "$part.log" "$folder/full/$i.log"
  done
  rounds_of http leak-empty leak-full
  rm -rf "$folder/full" "$part".*

  echo
  echo "leak-check of $megabytes MB, random bytes and text; over the same without a file:"
  printf '  %s ms CPU, %s ms, %s KiB\n' "$(over http leak-full 5 leak-empty)" "$(over http leak-full 4 leak-empty)" "$(over http leak-full 6 leak-empty)"
  promise "leak-check: MB in a second of CPU" "$(ratio $((megabytes * 1000)) "$(over http leak-full 5 leak-empty)")" "" '>=' 200
  [ -z "$time" ] || promise "leak-check: peak memory" "$(($(over http leak-full 6 leak-empty) / 1024))" " MiB" '<' 64
}
