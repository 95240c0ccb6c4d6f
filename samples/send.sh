#!/bin/sh
# Sends the sample applications, or the files named, to a running application.
#   samples/send.sh                                   all samples to http://localhost:8080
#   BASE_URL=http://localhost:9000 samples/send.sh samples/german-engineer.json
# Prints each file's name and answer: 201 with the case's reference, 200 if it was sent before.
set -eu
base_url=${BASE_URL:-http://localhost:8080}
if [ $# -eq 0 ]; then
  set -- "$(dirname "$0")"/*.json
fi
failed=0
for file in "$@"; do
  printf '%s: ' "$file"
  if ! curl --silent --show-error --fail-with-body \
    --header 'Content-Type: application/json' --header 'Accept-Language: en' \
    --data-binary "@$file" --write-out ' (%{http_code})\n' "$base_url/api/applications"; then
    failed=1
  fi
done
exit $failed
