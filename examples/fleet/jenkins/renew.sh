#!/bin/sh
# Logs in, and stores the token as the credential netnut-token of Jenkins: see renew.Jenkinsfile.
#
# Everybody on the machine can see command lines, so none has a secret: the shell itself runs `printf`, and curl reads secrets
# from files that only you can read.
set -eu
umask 077
secrets=$(mktemp -d)
trap 'rm -rf "$secrets"' EXIT

# With the old token, this job would not log in.
unset NETNUT_TOKEN NETNUT_TOKEN_FILE
mvn --batch-mode io.github.netnutmaven:netnut-maven-plugin:1.0.0-SNAPSHOT:login -Dnetnut.visibility=none "-Dnetnut.tokenFile=$secrets/token"

cat > "$secrets/credential.xml" <<END
<org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl>
  <scope>GLOBAL</scope>
  <id>netnut-token</id>
  <description>The NetNut token, renewed every 12 hours</description>
  <secret>$(sed 's/&/\&amp;/g; s/</\&lt;/g' "$secrets/token")</secret>
</org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl>
END
printf 'user = "%s:%s"\n' "$WRITER" "$WRITER_TOKEN" > "$secrets/curl"
curl --config "$secrets/curl" --fail --silent --show-error --output /dev/null \
  --header 'Content-Type: application/xml' --data-binary "@$secrets/credential.xml" \
  "${JENKINS_URL}credentials/store/system/domain/_/credential/netnut-token/config.xml"
