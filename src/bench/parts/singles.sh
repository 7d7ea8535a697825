# A login, over http or https, against what people do today and against the limit: a bare socket.

singles() {
  local scheme=$1 name
  variants_here
  rm -rf "$cache"
  variant "$scheme" fill
  rounds_of "$scheme" "${names[@]}"
  count_classes "$scheme" "${names[@]}" cold

  echo
  [ "$rounds" = 0 ] || echo "$scheme: $(all_of "$scheme" noop 5) ms CPU, $(all_of "$scheme" noop 4) ms, $(($(all_of "$scheme" noop 6) / 1024)) MiB for a build with a no-op goal; over it:"
  [ "$rounds" != 0 ] || echo "$scheme: classes that the JDK's archive does not have, over a no-op goal:"
  [ -z "$skipped" ] || echo "  left out:$skipped"
  for name in "${names[@]:1}"; do
    printf '  %-10s' "$name"
    [ "$rounds" = 0 ] || printf ' %7s ms CPU (standard error %s) %7s ms %7s KiB' "$(over "$scheme" "$name" 5)" "$(error "$scheme" "$name" 5)" \
      "$(over "$scheme" "$name" 4)" "$(over "$scheme" "$name" 6)"
    printf ' %7s classes\n' "$(classes_over "$scheme" "$name" | head -n 1)"
  done
  if [ "$rounds" != 0 ]; then
    compared "$scheme" cold by-hand "$([ "$scheme" = http ] && echo 0.60 || echo 0.90)" '<='
    compared "$scheme" cold quick-start 0.60 '<='
    compared "$scheme" cold socket 2 '<='
    compared "$scheme" warm cold 1 '<'
    promise "$scheme: CPU of within" "$(over "$scheme" within 5)" " ms" '<=' 80
    compared "$scheme" cold curl 1 '<='
    compared "$scheme" cold groovy 0.15 '<='
    [ -z "$time" ] || promise "$scheme: peak memory of cold over the no-op" "$(($(over "$scheme" cold 6) / 1024))" " MiB" '<=' 10
  fi
  promise_classes "$scheme"
}

# variants_here sets names to the variants that can be run here, the floor first, and skipped to why others cannot.
variants_here() {
  names=(noop cold warm within by-hand quick-start socket)
  skipped=""
  if ! command -v curl >/dev/null; then skipped+=" curl (there is none);"; else
    served curl && names+=(curl) || skipped+=" curl (its plugins are not served here);"
  fi
  served groovy && names+=(groovy) || skipped+=" groovy (GMavenPlus is not served here);"
}
served() {
  maven http -f "$bench/projects/$1"
  "${command[@]}" >"$bench/log/$1.log" 2>&1
}

compared() {
  local scheme=$1
  measured "$scheme" "$2" && measured "$scheme" "$3" || return 0
  promise "$scheme: CPU, $2 / $3" "$(ratio "$(over "$scheme" "$2" 5)" "$(over "$scheme" "$3" 5)")" "" "$5" "$4"
}

# count_classes SCHEME VARIANT...: a line "scheme,variant,classes" for one run of each, in classes.csv: how many classes
# it loads that are not in the JDK's archive. Most of a login's time goes there, and no neighbour disturbs the count.
count_classes() {
  local scheme=$1 name log=$bench/log/classes
  shift
  for name in "$@"; do
    class_log=-Xlog:class+load:file=$log
    variant "$scheme" "$name"
    class_log=""
    echo "$scheme,$name,$(grep 'source: ' "$log" | grep -vc 'shared objects file')" >>"$bench/classes.csv"
  done
}

# classes_over SCHEME VARIANT: over the no-op goal, a line for each count
classes_over() {
  awk -F, -v scheme="$1" -v name="$2" '
    $1 == scheme && $2 == "noop" { base = $3 }
    $1 == scheme && $2 == name { print $3 - base }' "$bench/classes.csv"
}

promise_classes() {
  local scheme=$1 cold again
  { read -r cold && read -r again; } < <(classes_over "$scheme" cold)
  promise "$scheme: classes of cold" "$cold" "" '<=' "$([ "$scheme" = http ] && echo 515 || echo 1570)"
  promise "$scheme: classes of cold, counted again" "$again" "" '=' "$cold"
  promise "$scheme: classes, cold / by-hand" "$(ratio "$cold" "$(classes_over "$scheme" by-hand)")" "" '<' 1
}
