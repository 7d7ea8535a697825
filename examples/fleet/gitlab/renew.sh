#!/bin/sh
# Logs in, and stores the token as the variable NETNUT_TOKEN of the group: see renew.yml.
#
# Everybody on the machine can see command lines, so none has a secret: the shell itself runs `printf`, and curl reads secrets
# from files that only you can read.
set -eu
umask 077
secrets=$(mktemp -d)
trap 'rm -rf "$secrets"' EXIT

# The group's variables reach this job, too. With the old token, it would not log in.
unset NETNUT_TOKEN NETNUT_TOKEN_FILE
mvn --batch-mode io.github.netnutmaven:netnut-maven-plugin:1.0.0-SNAPSHOT:login -Dnetnut.visibility=none "-Dnetnut.tokenFile=$secrets/token"

printf 'header = "PRIVATE-TOKEN: %s"\n' "$GROUP_ACCESS_TOKEN" > "$secrets/curl"
curl --config "$secrets/curl" --fail --silent --show-error --output /dev/null \
  --request PUT --data-urlencode "value@$secrets/token" --data masked=true --data protected=true --data raw=true \
  "$CI_API_V4_URL/groups/$CI_PROJECT_NAMESPACE_ID/variables/NETNUT_TOKEN"
