# What ./kept and ./test share: what must be there, and how the product is built. Sourced, not run.
# Says one line for each thing that takes time; keeps standard output clean, since commands are piped.

kept_say() { echo "kept: $*" >&2; }

kept_require() {
  command -v dotnet >/dev/null || { kept_say "the .NET 10 SDK is needed: install it, then run this again"; exit 1; }
  command -v npm >/dev/null || { kept_say "Node 20 with npm is needed: install it, then run this again"; exit 1; }
}

# True when anything under the given paths is newer than the stamp.
kept_newer_than() {
  local stamp=$1; shift
  [ ! -f "$stamp" ] || [ -n "$(find "$@" -newer "$stamp" \( -name node_modules -o -name built \) -prune -o -newer "$stamp" -type f -print -quit 2>/dev/null)" ]
}

kept_assets() {
  local assets=$KEPT_HOME/src/Kept.Web/Assets stamp=$KEPT_HOME/artifacts/assets.stamp
  mkdir -p "$KEPT_HOME/artifacts"
  if [ -d "$KEPT_HOME/src/Kept.Web/wwwroot/built" ] && ! kept_newer_than "$stamp" "$assets"; then return; fi
  kept_say "building styles and scripts"
  local log=$KEPT_HOME/artifacts/assets.log
  { [ -d "$assets/node_modules" ] && [ "$assets/node_modules" -nt "$assets/package-lock.json" ] || npm --prefix "$assets" ci --no-audit --no-fund; npm --prefix "$assets" run build; } >"$log" 2>&1 \
    || { cat "$log" >&2; kept_say "the styles and scripts could not be built"; exit 1; }
  touch "$stamp"
}

kept_publish() { dotnet publish "$KEPT_HOME/src/Kept.Web" -c Release --use-current-runtime --self-contained false -o "$KEPT_HOME/artifacts/kept" --nologo -v q "$@"; }

kept_build() {
  kept_require
  kept_assets
  local stamp=$KEPT_HOME/artifacts/kept.stamp log=$KEPT_HOME/artifacts/kept.log
  if ! kept_newer_than "$stamp" "$KEPT_HOME/src" "$KEPT_HOME/Directory.Build.props" "$KEPT_HOME/Directory.Packages.props" \
    && ! [ "$KEPT_HOME/artifacts/assets.stamp" -nt "$stamp" ]; then return; fi
  kept_say "building Kept (about a minute the first time)"
  # Compiled beforehand where the compiler can be had: it starts in less time. Without it Kept is the same, a little slower at first.
  kept_publish -p:PublishReadyToRun=true >"$log" 2>&1 || kept_publish >"$log" 2>&1 \
    || { cat "$log" >&2; kept_say "Kept could not be built"; exit 1; }
  touch "$stamp"
}

# What Kept uses beside itself: WeasyPrint makes PDFs, with fonts for the languages of families; poppler reads the words of PDFs.
# Kept works without them. Who may not install them is told once: packs are then pages to print, and PDFs are kept and not searched.
kept_beside() {
  local missing=() stamp=$KEPT_HOME/artifacts/beside.stamp
  command -v weasyprint >/dev/null || missing+=(weasyprint)
  command -v pdftotext >/dev/null || missing+=(poppler-utils)
  compgen -G '/usr/share/fonts/truetype/noto/NotoNastaliqUrdu*' >/dev/null || missing+=(fonts-noto-core fonts-noto-extra)
  if [ ${#missing[@]} -eq 0 ] || [ -f "$stamp" ]; then return; fi
  mkdir -p "$KEPT_HOME/artifacts" && touch "$stamp"
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    kept_say "to make PDFs and to search in them, run 'sudo apt-get install ${missing[*]}'"
    return
  fi
  kept_say "installing ${missing[*]}"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$KEPT_HOME/artifacts/beside.log" 2>&1 </dev/null \
    || kept_say "${missing[*]} could not be installed (see artifacts/beside.log): packs are pages to print, and PDFs are not searched"
}
