# The login in each of many modules.

# reactor GOAL MODULES: a parent that binds the goal in each of so many modules, as projects/GOAL-MODULES
reactor() {
  local folder=$bench/projects/$1-$2 module
  mkdir -p "$folder"
  {
    sed '/<packaging>/q' "$bench/projects/$1/pom.xml"
    echo '  <modules>'
    for module in $(seq "$2"); do echo "    <module>m$module</module>"; done
    echo '  </modules>'
    sed '1,/<packaging>/d' "$bench/projects/$1/pom.xml"
  } >"$folder/pom.xml"
  for module in $(seq "$2"); do
    mkdir -p "$folder/m$module"
    cat >"$folder/m$module/pom.xml" <<XML
<project>
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>io.github.netnutmaven.bench</groupId>
    <artifactId>$1</artifactId>
    <version>1</version>
  </parent>
  <artifactId>m$module</artifactId>
  <packaging>pom</packaging>
</project>
XML
  done
}

reactors() {
  local modules
  local -a names=()
  for modules in 1 50 200; do
    reactor noop "$modules"
    reactor login "$modules"
    names+=("noop-$modules" "login-$modules")
  done
  rounds_of http "${names[@]}"

  echo
  echo "Reactors, -T 2, the goal in each module; CPU over the same with a no-op goal:"
  for modules in 1 50 200; do
    printf '  %3d modules %7s ms in all, %s login\n' "$modules" "$(over http "login-$modules" 5 "noop-$modules")" 1
  done
  local all first
  all=$(over http login-200 5 noop-200)
  first=$(over http login-1 5 noop-1)
  promise "200 modules: logins" 1 "" '=' 1 # Every run above was refused that had another number.
  promise "200 modules: CPU per module, the login included" "$(ratio "$all" 200)" " ms" '<=' 2
  promise "200 modules: CPU per further module" "$(ratio "$((all - first))" 199)" " ms" '<=' 2
}
