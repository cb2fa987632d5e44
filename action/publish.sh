#!/usr/bin/env bash
# From a repository of articles to a release: the steps of the action, which run anywhere else, too (docs/publishing.md).
#
#   publish.sh previous       the packages of the last release into previous/
#   publish.sh check          every problem of every pair, on the lines of a pull request where GitHub shows it
#   publish.sh build          packages, exports, preview pages and their index into output/, what changes into difference.md
#   publish.sh release NAME   publish what is in output/ under a name
#
# PAIRS     the pairs to build, native first: "ru-it en-it" (a tag with a hyphen needs a slash: "pt-BR/it"); empty: those
#           that `pairs:` in flashgen.yaml names
# CORPUS    the folder of articles; empty: what the configuration says
# CONFIG    the configuration; empty: config/
# RELEASE   the version that decks say they are; empty: nothing is released, and pages show reviewers what was withheld
# RELEASES  a folder that holds the releases, each in a folder of its own; empty: the releases on GitHub (needs gh)
# EXPORTS   the formats to export to; unset: all
# FLASHGEN  how to run flashgen
set -euo pipefail
# ${name[@]+"${name[@]}"} where an array may be empty: the bash of macOS takes an empty one for a mistake.
read -ra flashgen <<<"${FLASHGEN:-flashgen}"
options=()
if [ -n "${CORPUS:-}" ]; then options+=(--corpus "$CORPUS"); fi
if [ -n "${CONFIG:-}" ]; then options+=(--config "$CONFIG"); fi

fail() {
    echo "error: $*" >&2
    exit 1
}

# Run a command for each pair of $PAIRS, with its languages in $native and $target and the name of its files in $name.
each_pair() {
    local pair
    for pair in $PAIRS; do
        case $pair in
            */*) native=${pair%%/*} target=${pair#*/} ;;
            *-*-*) fail "PAIRS: $pair may be parted in two ways; write it with a slash, such as pt-BR/it" ;;
            *-*) native=${pair%%-*} target=${pair#*-} ;;
            *) fail "PAIRS: $pair names one language; write two, native first, such as ru-it" ;;
        esac
        name=$native-$target
        "$@"
    done
}

previous() {
    rm -rf previous
    mkdir previous
    local last
    if [ -n "${RELEASES:-}" ]; then
        mkdir -p "$RELEASES"
        last=$(find "$RELEASES" -mindepth 1 -maxdepth 1 -type d ! -name ".*" | sort -V | tail -n 1)
        if [ -n "$last" ]; then find "$last" -maxdepth 1 -name '*.apkg' -exec cp {} previous/ \;; fi
    else
        last=$(gh release list --limit 1 --exclude-drafts --json tagName --jq '.[0].tagName // ""')
        if [ -n "$last" ]; then gh release download "$last" --pattern '*.apkg' --dir previous || true; fi
    fi
    if [ -z "$last" ]; then
        echo "there is no release yet: everything is new"
    elif [ -z "$(ls previous)" ]; then
        fail "the last release ($last) holds no packages, so that learners' notes could not be continued; nothing was" \
            "built. Attach the last packages to it, or delete it if nothing was ever published"
    else
        echo "continuing $(basename "$last"): $(cd previous && echo *.apkg)"
    fi
}

check_pair() {
    "${flashgen[@]}" check --from "$native" --to "$target" --format "${FORMAT:-text}" ${options[@]+"${options[@]}"}
}

check() {
    if [ -n "${PAIRS:-}" ]; then
        each_pair check_pair
    else
        "${flashgen[@]}" check --format "${FORMAT:-text}" ${options[@]+"${options[@]}"}
    fi
}

build_pair() {
    local package=output/$name.apkg continued=(--fresh)
    if [ -f "previous/$name.apkg" ]; then continued=(--previous "previous/$name.apkg"); fi
    rm -f "$package"
    "${flashgen[@]}" build --from "$native" --to "$target" --output "$package" --quiet \
        --release "${RELEASE:-}" "${continued[@]}" ${options[@]+"${options[@]}"}
}

build_configured() {
    local continued=(--fresh)
    if [ -n "$(find previous -name '*.apkg' 2>/dev/null)" ]; then continued=(--previous previous); fi
    rm -f output/*.apkg
    "${flashgen[@]}" build --output output/ --quiet --release "${RELEASE:-}" "${continued[@]}" ${options[@]+"${options[@]}"}
}

# Beside a package: its exports, and what it changes.
complete() {
    local package=$1 name kind
    name=$(basename "$package" .apkg)
    for kind in ${EXPORTS-tsv csv jsonl tmx tbx}; do
        rm -f "output/$name.$kind"
        # a deck without terms has no term base, which the message says; everything else must be there
        "${flashgen[@]}" export "$package" "output/$name.$kind" || [ "$kind" = tbx ]
    done
    tell_difference "$name" >>difference.md
}

# What learners will see, as a comment on a pull request: the first twenty notes, then the counts.
tell_difference() {
    local name=$1
    echo "### $name"
    echo
    if [ ! -f "previous/$name.apkg" ]; then
        echo "A first release: everything is new."
        echo
        return
    fi
    # a text of four spaces' indent is shown as it is, whatever it holds; the counts stand behind the empty line
    "${flashgen[@]}" diff "previous/$name.apkg" "output/$name.apkg" | awk -v shown=20 '
        counting { print "    " $0; next }
        /^$/ { counting = 1; if (found > shown) print "    ... and " found - shown " more"; print ""; next }
        /^[^ ]/ { found++ }
        found <= shown { print "    " $0 }'
    echo
}

build() {
    mkdir -p output
    : >difference.md
    if [ -n "${PAIRS:-}" ]; then each_pair build_pair; else build_configured; fi
    local package public=()
    for package in output/*.apkg; do complete "$package"; done
    if [ -n "${RELEASE:-}" ]; then public=(--public); fi
    "${flashgen[@]}" preview ${public[@]+"${public[@]}"} output/*.apkg
}

release() {
    local name=${1:?the name of the release}
    [ -n "$(find output -maxdepth 1 -name '*.apkg' 2>/dev/null)" ] || fail "there is no package in output/; build first"
    if [ -n "${RELEASES:-}" ]; then
        [ ! -e "$RELEASES/$name" ] || fail "$RELEASES/$name is there already, and was left as it is; choose another name"
        mkdir -p "$RELEASES"
        # whoever looks meanwhile sees the whole release or none
        rm -rf "$RELEASES/.$name.part"
        cp -r output "$RELEASES/.$name.part"
        mv "$RELEASES/.$name.part" "$RELEASES/$name"
    else
        gh release create "$name" --notes-file difference.md output/*
    fi
    echo "released $name"
}

case ${1:-} in
    previous) previous ;;
    check) check ;;
    build) build ;;
    release) release "${2:-}" ;;
    *) fail "publish.sh takes previous, check, build or release NAME" ;;
esac
