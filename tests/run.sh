#!/usr/bin/env bash
# Runs every test: installs what the tests need and the machine lacks, builds once, runs each test assembly, adds up.
# The last line is "N passed, N failed, N skipped"; exits non-zero if any test failed or an assembly ran none.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

has_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }

if ! has_chromium; then
  echo "Installing Chromium from the distribution's packages"
  as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null
  has_chromium || { echo "Chromium could not be installed; the page tests need it."; echo "0 passed, 1 failed, 0 skipped"; exit 1; }
fi

if ! command -v curl >/dev/null; then
  echo "Installing curl"
  as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends curl >/dev/null
fi

# other people's readers of .sav and .dta files
if ! command -v pspp >/dev/null || ! command -v Rscript >/dev/null || ! Rscript --vanilla -e 'library(haven)' >/dev/null 2>&1; then
  echo "Installing PSPP and R's haven"
  as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends pspp r-base-core r-cran-haven >/dev/null
  command -v pspp >/dev/null && command -v Rscript >/dev/null || echo "PSPP or R could not be installed; the tests that read files with them are skipped."
fi

if [ ! -f infra/local/node_modules/.package-lock.json ]; then
  echo "Installing Azurite"
  (cd infra/local && npm ci --no-audit --no-fund --loglevel=error >/dev/null) || { echo "Azurite could not be installed."; echo "0 passed, 1 failed, 0 skipped"; exit 1; }
fi

dotnet build SosLongitudinal.sln -v quiet || { echo "The solution does not build."; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

passed=0 failed=0 skipped=0
out="$(mktemp)"
faults="$(mktemp)" # said again at the end, where a log that is cut still shows it
trap 'rm -f "$out" "$faults"' EXIT
for project in tests/*/*.Tests.csproj; do
  name="$(basename "$(dirname "$project")")"
  dll="tests/$name/bin/Debug/net10.0/$(basename "$project" .csproj).dll"
  started=$SECONDS
  dotnet exec "$dll" --no-progress --no-ansi >"$out" 2>&1
  code=$?
  count() { sed -n "s/^ *$1: *\([0-9][0-9]*\).*/\1/p" "$out" | tail -1; }
  p="$(count succeeded)"; f="$(count failed)"; s="$(count skipped)"
  p="${p:-0}"; f="${f:-0}"; s="${s:-0}"
  # a crash, or an assembly without a single test, counts as a failure even where no test says so
  if [ "$code" -ne 0 ] && [ "$f" -eq 0 ]; then f=1; fi
  if [ "$f" -gt 0 ]; then
    cat "$out"
    awk '/^failed /{on=1; n=0} /^(passed|skipped|info:|warn:|fail:|crit:|Test run summary)/{on=0} on && n++ < 40' "$out" >>"$faults"
  fi
  echo "$name: $p passed, $f failed, $s skipped in $((SECONDS - started)) s"
  passed=$((passed + p)); failed=$((failed + f)); skipped=$((skipped + s))
done

cat "$faults"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
