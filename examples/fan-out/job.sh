#!/bin/sh
# One job of a CI server: it logs in once, and its later steps take the token from a file.
#
# Where each step has a shell of its own, hand it on in the server's file of variables instead: on GitHub Actions
# -Dnetnut.envFile="$GITHUB_ENV" in the first step, and nothing in the later ones. Do not hand it to another job: whoever may
# download the artifact or the report that it is in has it. Another job logs in by itself, from the CI server's secret store.
set -eu
cd "$(dirname "$0")"

# Not below the project, where it could be packed or kept; mktemp's folder is open to nobody else.
secrets=$(mktemp -d)
trap 'rm -rf "$secrets"' EXIT

# The one step that needs the account: NETNUT_EMAIL and NETNUT_PASSWORD, or the <server> of settings.xml.
mvn io.github.netnutmaven:netnut-maven-plugin:1.0.0-SNAPSHOT:login -Dnetnut.visibility=none -Dnetnut.tokenFile="$secrets/token"
unset NETNUT_EMAIL NETNUT_PASSWORD
export NETNUT_TOKEN_FILE="$secrets/token"

mvn verify
mvn io.github.netnutmaven:netnut-maven-plugin:1.0.0-SNAPSHOT:check
