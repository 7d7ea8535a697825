# A login over https on a line that takes 50 ms there and back.

slow_line() {
  local name
  local -a names=(noop cold warm within by-hand socket)
  ! command -v curl >/dev/null || ! served curl || names+=(curl)
  rm -rf "$cache"
  variant slow fill
  rounds_of slow "${names[@]}"

  echo
  echo "https with 50 ms for each round trip; over a no-op goal:"
  for name in "${names[@]:1}"; do
    printf '  %-10s %7s ms %3s round trips\n' "$name" "$(over slow "$name" 4)" "$(over slow "$name" 7)"
  done
  promise "50 ms: round trips, cold" "$(over slow cold 7)" "" '<=' "$(over slow socket 7)"
  promise "50 ms: round trips, within" "$(over slow within 7)" "" '=' 0
  promise "50 ms: elapsed, cold / by-hand" "$(ratio "$(over slow cold 4)" "$(over slow by-hand 4)")" "" '<=' 1
  promise "50 ms: elapsed, cold / socket" "$(ratio "$(over slow cold 4)" "$(over slow socket 4)")" "" '<=' 1.5
  promise "50 ms: elapsed, within / warm" "$(ratio "$(over slow within 4)" "$(over slow warm 4)")" "" '<' 1
  ! measured slow curl \
    || promise "50 ms: elapsed, cold / curl" "$(ratio "$(over slow cold 4)" "$(over slow curl 4)")" "" '<=' 1
}
