# What the tests in a browser need: Chromium and a driver of the same version.

chromium_tools() {
  if ! chromium_here; then
    if [ "$(id -u)" = 0 ]; then
      from_apt
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
      from_apt sudo
    else
      stop "Chromium and its driver are needed for the tests in a browser, and only an administrator can install them: run 'sudo apt-get install chromium chromium-driver' (or your system's equal) once, then this again."
    fi
    chromium_here || stop "Chromium and chromedriver of one version are needed: found chromium '$(version_of chromium)' and chromedriver '$(version_of chromedriver)'."
  fi
}

# True when both are on PATH and fit each other; their links are then made.
chromium_here() {
  local browser driver
  browser=$(elsewhere chromium || elsewhere chromium-browser || elsewhere google-chrome) || return 1
  driver=$(elsewhere chromedriver) || return 1
  [ "$(version_of "$browser")" = "$(version_of "$driver")" ] || return 1
  link "$browser" chromium
  link "$driver" chromedriver
}

# The first number of a program's version: what Chromium and its driver must share.
version_of() { "$1" --version 2>/dev/null | grep -oE '[0-9]+' | head -n 1; }

from_apt() {
  command -v apt-get >/dev/null ||
    stop "Chromium and chromedriver are needed for the tests in a browser: install both by your system's package manager, then run this again."
  install "chromium and chromium-driver" "about 1 minute" apt_install "$@" ||
    stop "Chromium could not be installed by apt-get; the lines above say why."
}

apt_install() {
  "$@" apt-get update
  "$@" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends chromium chromium-driver
}
