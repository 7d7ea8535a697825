#!/bin/sh
# Logs in, and writes the token to the Secret netnut-token: see renew.yml.
#
# Everybody on the machine can see command lines, so none has a secret: the shell itself runs `printf`, and curl reads secrets
# from files that only you can read.
set -eu
umask 077
secrets=$(mktemp -d)
trap 'rm -rf "$secrets"' EXIT

# A cached or provided token would not be new.
unset NETNUT_TOKEN NETNUT_TOKEN_FILE
mvn --batch-mode io.github.netnutmaven:netnut-maven-plugin:1.0.0-SNAPSHOT:login -Dnetnut.cache=off -Dnetnut.visibility=none "-Dnetnut.tokenFile=$secrets/token"

# A token has no character that JSON escapes.
printf '{"stringData":{"token":"%s"}}' "$(cat "$secrets/token")" > "$secrets/patch.json"
account=/var/run/secrets/kubernetes.io/serviceaccount
printf 'header = "Authorization: Bearer %s"\n' "$(cat "$account/token")" > "$secrets/curl"
curl --config "$secrets/curl" --fail --silent --show-error --output /dev/null --cacert "$account/ca.crt" \
  --request PATCH --header 'Content-Type: application/merge-patch+json' --data-binary "@$secrets/patch.json" \
  "https://kubernetes.default.svc/api/v1/namespaces/$(cat "$account/namespace")/secrets/netnut-token"
