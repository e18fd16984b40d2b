# Sourced by dashboard/run and tests/run: moves to the top of the checkout and keeps its virtual environment, .venv.
# Written for the bash 3.2 of macOS as well.

cd "$(dirname "${BASH_SOURCE[0]}")/.."

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

find_python() {
    local candidate
    for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    fail "No Python 3.11 or later found." "Debian: sudo apt-get install python3 python3-venv" "macOS:  brew install python"
}

# Debian packs ensurepip apart from Python; without it venv leaves half an environment behind.
create_environment() {
    local python
    python=$(find_python)
    "$python" -c 'import ensurepip, venv' 2>/dev/null || fail \
        "$("$python" --version) cannot make a virtual environment: its ensurepip module is missing." \
        "Debian: sudo apt-get install python3-venv"
    "$python" -m venv --clear .venv
}

# install_requirements FILE: nothing to do while FILE reads as it did when it was last installed.
install_requirements() {
    local installed=.venv/installed-${1//\//-}
    if ! cmp -s "$1" "$installed"; then
        echo "Installing $1 into .venv ..."
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement "$1"
        cp "$1" "$installed"
    fi
}

# pip is asked, not looked for: it fails in an environment whose Python is gone or whose folder was moved.
.venv/bin/pip --version >/dev/null 2>&1 || create_environment
