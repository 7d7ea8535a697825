#!/bin/sh
# Renews the token of a fleet. Run it every hour: it logs in only when the token is 5½ hours old, so four times a day. After an
# outage the next hour tries again; a refused password is not sent again. It needs curl, GNU date and Maven.
#
# Copy it together with store.sh of your CI server. The job gets these three values from the secret store:
#
#   NETNUT_TOKEN             the token that the builds use
#   NETNUT_TOKEN_FORMER      the token before it
#   NETNUT_TOKEN_EXPIRES_AT  when NETNUT_TOKEN expires. You can set it by hand, and then run the job:
#                            now       log in, for example because the password was changed
#                            rollback  bring back the former token, then pause
#                            paused    do not log in. After a refused password the job itself sets "refused", which does the same
set -eu
umask 077
secrets=$(mktemp -d)
trap 'rm -rf "$secrets"' EXIT
# Without this line, dash would skip the one above when the CI server ends the job.
trap 'exit 143' HUP INT TERM

# Everybody on the machine can see command lines, so none has a secret: the shell itself runs printf, and curl reads secrets
# from files that only you can read. Only 200 is a success; with --fail, curl would take a redirect for one.
request() {
  status=$(curl --config "$secrets/curl" --silent --show-error --max-time 60 --output "$secrets/response" --write-out '%{http_code}' "$@")
  if [ "$status" != 200 ]; then
    echo "Tried to reach ${name:-the values} in the secret store, but the response was $status. Check the permissions of this job." >&2
    exit 1
  fi
}

# Stores a value, with the function `store` of your CI server.
put() {
  name=$1
  printf '%s' "$2" > "$secrets/value"
  store "$name" "$secrets/value"
}

# shellcheck source=/dev/null
. "$(dirname "$0")/store.sh"

expiry=${NETNUT_TOKEN_EXPIRES_AT:-now}
case $expiry in
  rollback)
    put NETNUT_TOKEN "${NETNUT_TOKEN_FORMER:?has no token}"
    put NETNUT_TOKEN_EXPIRES_AT paused
    exit
    ;;
  paused | refused)
    echo "Did not log in, because NETNUT_TOKEN_EXPIRES_AT is '$expiry'. Set it to 'now' when the cause is fixed." >&2
    exit 1
    ;;
esac
expires=$(date -d "$expiry" +%s)
if [ $((expires - $(date +%s))) -gt 66600 ]; then
  echo "The token is less than 5½ hours old: it expires at $expiry."
  exit
fi

# With the old token, Maven would not log in.
former=${NETNUT_TOKEN:-}
unset NETNUT_TOKEN NETNUT_TOKEN_FORMER NETNUT_TOKEN_FILE

# verify=strict: a token that the API has not confirmed is not published.
if ! mvn --batch-mode io.github.netnutmaven:netnut-maven-plugin:1.0.0-SNAPSHOT:login -Dnetnut.cache=off -Dnetnut.verify=strict \
  -Dnetnut.visibility=none "-Dnetnut.tokenFile=$secrets/token" "-Dnetnut.envFile=$secrets/env" > "$secrets/log" 2>&1; then
  cat "$secrets/log"
  if grep -q 'the server refused' "$secrets/log"; then
    put NETNUT_TOKEN_EXPIRES_AT refused
  fi
  exit 1
fi
cat "$secrets/log"

if [ -n "$former" ]; then
  put NETNUT_TOKEN_FORMER "$former"
fi
put NETNUT_TOKEN "$(cat "$secrets/token")"
put NETNUT_TOKEN_EXPIRES_AT "$(sed -n 's/^NETNUT_TOKEN_EXPIRES_AT=//p' "$secrets/env")"
