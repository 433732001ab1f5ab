# How the set-up speaks: one line before a piece of work, one after it with the seconds, one sentence to stop.

say() { printf 'setup: %s\n' "$*"; }

# stop SENTENCE: ends the set-up with what is missing and how to come by it.
stop() {
  printf 'setup: %s\n' "$*" >&2
  exit 1
}

# install NAME TIME COMMAND…: runs a command that brings NAME, quietly, keeping what it says in a log.
install() {
  local name=$1 time=$2 started=$SECONDS
  shift 2
  local log="target/setup/${name//[ \/]/-}.log"
  mkdir -p target/setup
  say "installing $name ($time) …"
  if ! "$@" >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    return 1
  fi
  say "installed $name in $((SECONDS - started)) s"
}

# link PROGRAM [NAME]: puts PROGRAM in target/tools/bin, the one folder the Makefile adds to PATH.
link() {
  mkdir -p target/tools/bin
  ln -sfn "$1" "target/tools/bin/${2:-$(basename "$1")}"
}

# elsewhere PROGRAM: the program file that PATH has, our own links left out of the search.
elsewhere() {
  local found
  found=$(PATH=${PATH//"$PWD/target/tools/bin:"/} type -P "$1") || return 1
  readlink -f "$found"
}
