# Sourced by the scripts of this checkout, after jdk25.sh: builds what has changed. Expects $root.

state="$root/.sampark"
built="$state/built" # as old as the sources that the jars were built from

changed() {
  [[ ! -e "$built" || ! -e "$root/launcher/target/launcher.jar" || ! -e "$root/benchmarks/target/benchmarks.jar" ]] ||
    [[ "$(ls "$root"/*/target/*-app.jar 2>/dev/null | wc -l)" -lt 5 ]] || # the simulator and the services
    [[ -n "$(find "$root"/pom.xml "$root"/*/pom.xml "$root"/*/src/main -newer "$built" -print -quit)" ]]
}

if changed; then
  echo "building"
  mkdir -p "$state"
  touch "$built.new"
  if ! mvn -B -q -Dstyle.color=never -f "$root/pom.xml" -Dmaven.test.skip=true package >"$state/build.log" 2>&1; then
    cat "$state/build.log" >&2
    echo "Cannot start: the build failed, see above" >&2
    exit 2
  fi
  mv "$built.new" "$built"
fi
