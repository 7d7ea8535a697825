#!/bin/sh
# One job of a CI server: it logs in once, and the later steps read the token from a file.
#
# If each step runs in a separate shell, use the server's file of variables instead: on GitHub Actions,
# -Dnetnut.envFile="$GITHUB_ENV" in the first step, and nothing in the later ones. Do not pass the token to another job:
# anyone who can download the artifact or the report can read it. Another job logs in with the CI server's secrets.
set -eu
cd "$(dirname "$0")"

# Not below the project, where it could be packed or kept. Only you can read a directory of mktemp.
secrets=$(mktemp -d)
trap 'rm -rf "$secrets"' EXIT
# Without this line, dash would skip the one above when the script is ended from outside.
trap 'exit 143' HUP INT TERM

# Only this step needs the account: NETNUT_EMAIL and NETNUT_PASSWORD, or the <server> in settings.xml.
mvn io.github.netnutmaven:netnut-maven-plugin:1.0.0-SNAPSHOT:login -Dnetnut.visibility=none -Dnetnut.tokenFile="$secrets/token"
unset NETNUT_EMAIL NETNUT_PASSWORD
export NETNUT_TOKEN_FILE="$secrets/token"

mvn -Dnetnut.sandbox.skip verify
mvn io.github.netnutmaven:netnut-maven-plugin:1.0.0-SNAPSHOT:check
