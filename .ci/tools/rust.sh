# What Rust needs: the pinned compiler with its WebAssembly target, the crates, Trunk and wasm-bindgen.

# Trunk cannot fetch its own helpers where GitHub is out of reach, so everything it calls is put on PATH.
TRUNK=0.21.14

# Built tools belong to the user, one folder a version: a second clone starts at once, nothing is overwritten.
TOOLS=${XDG_CACHE_HOME:-$HOME/.cache}/lagesbild/tools

rust_tools() {
  compiler_here
  crates_here
}

build_tools() {
  trunk_here
  wasm_bindgen_here
}

compiler_here() {
  command -v rustup >/dev/null ||
    stop "Rust is needed, with rustup to choose its version: install it as https://rustup.rs says, then run this again."
  local channel
  channel=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
  # The pinned toolchain brings its components and its WebAssembly target with it, as rust-toolchain.toml lists.
  if ! rustup run "$channel" rustc --version >/dev/null 2>&1; then
    install "Rust $channel" "about 1 minute" rustup toolchain install "$channel" --profile minimal \
      --component clippy,rustfmt --target wasm32-unknown-unknown ||
      stop "Rust $channel could not be had; the lines above say why. 'rustup toolchain install $channel' tries it alone."
  fi
  if [ ! -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ]; then
    install "the wasm32-unknown-unknown target" "seconds" rustup target add wasm32-unknown-unknown ||
      stop "Rust's WebAssembly target could not be had: 'rustup target add wasm32-unknown-unknown' tries it alone."
  fi
  local tool
  for tool in clippy rustfmt; do
    [ -x "$(rustc --print sysroot)/bin/${tool/clippy/cargo-clippy}" ] ||
      install "$tool" "seconds" rustup component add "$tool" ||
      stop "Rust's $tool could not be had: 'rustup component add $tool' tries it alone."
  done
}

# Trunk builds offline (Trunk.toml), so that no build depends on the network.
crates_here() {
  cargo fetch --locked --offline >/dev/null 2>&1 && return
  install "the crates of Cargo.lock" "up to 1 minute" cargo fetch --locked ||
    stop "The crates of Cargo.lock could not be fetched; the lines above say why."
}

trunk_here() {
  local found
  found=$(elsewhere trunk || true)
  if [ -n "$found" ] && [[ $("$found" --version) == "trunk ${TRUNK%.*}."* ]]; then
    link "$found"
    return
  fi
  from_cargo trunk "$TRUNK" "about 4 minutes" --no-default-features --features rustls
  link "$TOOLS/trunk-$TRUNK/bin/trunk"
}

# The glue that wasm-bindgen writes fits only the crate of the same version, so Cargo.lock decides.
wasm_bindgen_here() {
  local version found program
  version=$(grep -A1 '^name = "wasm-bindgen"$' Cargo.lock | sed -n 's/^version = "\(.*\)"/\1/p')
  found=$(elsewhere wasm-bindgen || true)
  if [ -n "$found" ] && [ "$("$found" --version)" = "wasm-bindgen $version" ]; then
    for program in wasm-bindgen wasm-bindgen-test-runner; do link "$(dirname "$found")/$program"; done
    return
  fi
  from_cargo wasm-bindgen-cli "$version" "about 2 minutes"
  for program in wasm-bindgen wasm-bindgen-test-runner; do
    link "$TOOLS/wasm-bindgen-cli-$version/bin/$program"
  done
}

# from_cargo CRATE VERSION TIME OPTION…: builds a tool once into the cache; the folder appears only when it is whole.
from_cargo() {
  local crate=$1 version=$2 time=$3 root="$TOOLS/$1-$2"
  shift 3
  [ -d "$root" ] && return
  install "$crate $version" "$time" cargo_install "$root" "$crate" --version "$version" "$@" ||
    stop "$crate $version could not be built; the end of target/setup/$crate-$version.log stands above."
}

# A tool that runs for seconds is not worth the minutes of its crate's own release profile.
cargo_install() (
  root=$1
  shift
  unfinished="$root.unfinished.$$"
  export CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1
  export CARGO_PROFILE_RELEASE_DEBUG=false CARGO_TARGET_DIR="$unfinished/target"
  # A crate's own lock may name a version that a mirror no longer holds; the newest fitting ones do then.
  cargo install "$@" --root "$unfinished" --locked || cargo install "$@" --root "$unfinished" || exit 1
  rm -rf "$unfinished/target"
  mv "$unfinished" "$root"
)
