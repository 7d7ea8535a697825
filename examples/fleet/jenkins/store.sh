# For ../renew.sh: stores a value as a Secret text, in each credentials store of TARGET_STORES; without it, in the global one.
# To let only the jobs of a Folder use the token, open its page Credentials, then its store: what the address has between the
# Jenkins URL and /domain is the value for TARGET_STORES. It begins with job/.
# shellcheck shell=sh disable=SC2154 # renew.sh sets secrets
printf 'user = "%s:%s"\n' "$WRITER" "$WRITER_TOKEN" > "$secrets/curl"

store() {
  id=$(echo "$1" | tr 'A-Z_' 'a-z-')
  cat > "$secrets/credential.xml" <<XML
<org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl>
  <scope>GLOBAL</scope>
  <id>$id</id>
  <description>Set by renew.sh</description>
  <secret>$(sed 's/&/\&amp;/g; s/</\&lt;/g' "$2")</secret>
</org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl>
XML
  for target in ${TARGET_STORES:-credentials/store/system}; do
    request --header 'Content-Type: application/xml' --data-binary "@$secrets/credential.xml" \
      "$JENKINS_URL$target/domain/_/credential/$id/config.xml"
  done
}
