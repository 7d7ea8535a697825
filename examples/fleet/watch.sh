#!/bin/sh
# Fails if the token of a fleet expires within 8 hours, or if the API does not accept it. Run it every hour in a place where the
# builds run, and let your CI server notify you. So you hear of what is no failed job: a schedule that has stopped, a job that
# hangs, a token that was stored but does not work. It needs GNU date and Maven.
set -eu
expires=$(date -d "${NETNUT_TOKEN_EXPIRES_AT:-unset}" +%s) || {
  echo "Nobody renews the token: NETNUT_TOKEN_EXPIRES_AT is '${NETNUT_TOKEN_EXPIRES_AT:-}'. See renew.sh." >&2
  exit 1
}
left=$(( (expires - $(date +%s)) / 3600 ))
if [ "$left" -lt 8 ]; then
  echo "The token expires at $NETNUT_TOKEN_EXPIRES_AT, in $left hours. Find out why nobody has renewed it, and run renew.sh." >&2
  exit 1
fi
mvn --batch-mode io.github.netnutmaven:netnut-maven-plugin:1.0.0-SNAPSHOT:check
