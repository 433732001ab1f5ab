# What comes from npm: the face, wasm-opt (binaryen), and the packages of the browser tests.

NODE=20

node_tools() {
  command -v node >/dev/null && command -v npm >/dev/null ||
    stop "Node.js $NODE or later with npm is needed (the face, wasm-opt and the browser tests come from npm): install it, then run this again."
  local found
  found=$(node --print 'process.versions.node')
  [ "${found%%.*}" -ge "$NODE" ] || stop "Node.js $NODE or later is needed; 'node' on PATH is $found."
  packages_here
  link "$PWD/tests/browser/node_modules/.bin/wasm-opt"
}

# The lock that was installed lies beside what it installed, so that whoever removes one removes the other.
packages_here() {
  local lock=tests/browser/package-lock.json stamp=tests/browser/node_modules/.installed-lock.json
  cmp -s "$lock" "$stamp" && return
  install "the npm packages" "about 10 seconds" npm --prefix tests/browser ci --ignore-scripts ||
    stop "The npm packages could not be installed; 'npm --prefix tests/browser ci' shows why."
  cp "$lock" "$stamp"
}
