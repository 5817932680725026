# Sourced: need_system PACKAGE:WHAT … installs Debian packages whose WHAT is missing.
# WHAT is a command, a Python module (ensurepip) or a file. As root the packages are
# installed; else one message names all that is missing.

_has() {
  case "$1" in
    /*) [ -e "$1" ] ;;
    ensurepip) "$(command -v python3.11 || command -v python3)" -c 'import ensurepip' 2>/dev/null ;;
    python3) command -v python3.11 >/dev/null || command -v python3 >/dev/null ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

need_system() {
  local missing=() each
  for each in "$@"; do _has "${each#*:}" || missing+=("${each%%:*}"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  # Debian 12's python3 is 3.11.
  missing=("${missing[@]/python3.11/python3}")
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing system packages: ${missing[*]} …"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  else
    echo "These system packages are missing: ${missing[*]}" >&2
    echo "Install them, on Debian with: sudo apt-get install ${missing[*]}" >&2
    exit 1
  fi
}
