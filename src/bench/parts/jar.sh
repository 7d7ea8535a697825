# Leak-check on a jar of jars, as Spring Boot makes it, against ugrep with the same spellings.

fat_jar() {
  local folder=$bench/projects/jar/build parts=$bench/fat-jar
  local -a names=(noop jar)
  ! command -v ugrep >/dev/null || names+=(ugrep)
  make_fat_jar "$folder/app.jar" "$parts"
  java -cp "$bench/classes:$jar" io.github.netnutmaven.secret.Spellings "$bench/spellings" "$token" fake-bench-password
  rounds_of jar "${names[@]}"
  finds_planted "$folder/app.jar" "$parts"
  rm -rf "$folder" "$parts"

  echo
  echo "leak-check of a jar of $fat_jar_megabytes MB with 50 jars in it; over a no-op goal:"
  printf '  %s ms CPU, %s ms, %s KiB\n' "$(over jar jar 5)" "$(over jar jar 4)" "$(over jar jar 6)"
  [ -z "$time" ] || promise "jar: peak memory of leak-check" "$(($(over jar jar 6) / 1024))" " MiB" '<=' 32
  if ! measured jar ugrep; then
    echo "  left out: ugrep (there is none)"
    return
  fi
  echo "ugrep -z of the same jar, with the $(wc -l <"$bench/spellings") spellings of the same secrets:"
  printf '  %s ms CPU, %s ms, %s KiB\n' "$(all_of jar ugrep 5)" "$(all_of jar ugrep 4)" "$(all_of jar ugrep 6)"
  promise "jar: elapsed, leak-check / ugrep" "$(ratio "$(over jar jar 4)" "$(all_of jar ugrep 4)")" "" '<=' 1.5
  promise "jar: CPU, leak-check / ugrep" "$(ratio "$(over jar jar 5)" "$(all_of jar ugrep 5)")" "" '<=' 2
}

# make_fat_jar JAR FOLDER: the 50 jars of the local repositories that are nearest to 1.2 MB, each as it is, in one that
# compresses nothing; sets fat_jar_megabytes
make_fat_jar() {
  local nested=$2/BOOT-INF/lib
  mkdir -p "$nested" "$(dirname "$1")"
  find "$user_repository" "$repository" -name '*.jar' -printf '%s %f %p\n' \
    | awk '{ away = $1 - 1200000; print away < 0 ? -away : away, $2, $3 }' | sort -n \
    | awk '!seen[$2]++ && ++count <= 50 { print $3 }' | xargs cp -t "$nested"
  jar --create --no-compress --no-manifest --file "$1" -C "$2" BOOT-INF
  fat_jar_megabytes=$(($(size "$1") / 1000000))
}

# finds_planted JAR FOLDER: whether both would have found something: the token in one more jar within the jar
finds_planted() {
  echo "$token" >"$2/planted.txt"
  jar --create --file "$2/BOOT-INF/lib/planted.jar" -C "$2" planted.txt
  jar --update --no-compress --file "$1" -C "$2" BOOT-INF/lib/planted.jar
  maven http -f "$bench/projects/jar" "-Dbench.build=$(dirname "$1")"
  ! NETNUT_TOKEN=$token "${command[@]}" >"$bench/log/planted.log" 2>&1 || die "leak-check does not find what is planted."
  grep -q 'planted.txt' "$bench/log/planted.log" || die "leak-check failed otherwise: $(cat "$bench/log/planted.log")"
  ! command -v ugrep >/dev/null || ugrep -q -z --zmax=8 -F -f "$bench/spellings" "$1" || die "ugrep does not find what is planted."
}
