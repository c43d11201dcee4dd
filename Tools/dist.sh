#!/usr/bin/env bash
# Packs the built program and its manual page into dist/: an archive and its checksum, which CI recipes and the Containerfile take it from.
set -euo pipefail
program=$1
manual=$2
cd "$(dirname "$0")/.."

name=precedent-$("$program" --version)-linux-$(uname -m)
folder=dist/$name
rm -rf dist
mkdir -p "$folder/licences"
cp "$program" "$folder/precedent"
strip "$folder/precedent"

# What it still needs must be part of every system: the C and C++ libraries.
foreign=$(ldd "$folder/precedent" | awk '{print $1}' | grep -vE '^(linux-vdso|/lib.*/ld-linux|lib(c|m|stdc\+\+|gcc_s|dl|pthread|rt)\.so)' || true)
if [ -n "$foreign" ]; then
    echo "the program needs libraries that a system may not have: $foreign" >&2
    exit 1
fi

cp LICENSE README.md "$manual" "$folder/"
for package in libcmark-gfm-dev duktape-dev node-prismjs libstb-dev fonts-sil-charis fonts-lato; do
    cp "/usr/share/doc/$package/copyright" "$folder/licences/$package"
done
for checkout in .build/checkouts/*/; do
    for file in "$checkout"LICENSE*; do
        if [ -f "$file" ]; then cp "$file" "$folder/licences/$(basename "$checkout")"; fi
    done
done

# The same files make the same archive, whoever packs them and when.
tar --create --gzip --file "dist/$name.tar.gz" --directory dist \
    --sort=name --owner=0 --group=0 --numeric-owner --mtime='2000-01-01 00:00Z' --mode='u+rwX,go+rX,go-w' "$name"
rm -rf "$folder"
cd dist
sha256sum "$name.tar.gz" > SHA256SUMS
cat SHA256SUMS
