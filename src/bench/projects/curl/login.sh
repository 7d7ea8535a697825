#!/bin/sh
# Logs in with the account in login.json, checks the token, and leaves it in token.properties. Secrets stay off the
# command lines: those of others can be read by everybody.
set -e
url=$1
folder=$2
umask 077
token=$(curl -sSf -H 'Content-Type: application/json' --data "@$folder/login.json" "$url/auth/login" \
  | sed 's/.*"token" *: *"\([^"]*\)".*/\1/')
echo "header = \"Authorization: $token\"" | curl -sSf -K - -o /dev/null "$url/auth/authenticated"
echo "netnut.token=$token" >"$folder/token.properties"
