# Sourced by the scripts of this checkout: finds a JDK 25 and exports JAVA_HOME.

is_jdk25() {
  [[ -x "$1/bin/javac" ]] && grep -qs '^JAVA_VERSION="25[".+-]' "$1/release"
}

find_jdk25() {
  local home
  for home in \
    "${JAVA_HOME:-}" \
    "$(/usr/libexec/java_home -v 25 2>/dev/null || true)" \
    /usr/lib/jvm/* \
    /usr/java/* \
    /usr/local/openjdk* \
    /opt/*jdk* /opt/java/* \
    "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* \
    "$HOME"/.local/share/mise/installs/java/* \
    "$HOME"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    if [[ -n "$home" ]] && is_jdk25 "$home"; then
      echo "$home"
      return
    fi
  done
  return 1
}

if ! JAVA_HOME="$(find_jdk25)"; then
  echo "Cannot start: no JDK 25 found; install one (e.g. https://adoptium.net) or set JAVA_HOME to it" >&2
  exit 2
fi
export JAVA_HOME

if ! command -v mvn >/dev/null; then
  echo "Cannot start: no Maven found; install it (3.8 or newer) so that mvn is on the PATH" >&2
  exit 2
fi

# Maven's own libraries use what JDK 25 warns about.
export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow"
