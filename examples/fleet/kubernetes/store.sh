# For renew.sh: stores a value as a key of the Secret netnut-token in each namespace of TARGET_NAMESPACES.
# shellcheck shell=sh disable=SC2034,SC2154 # renew.sh sets and uses these
account=/var/run/secrets/kubernetes.io/serviceaccount
printf 'header = "Authorization: Bearer %s"\ncacert = "%s"\n' "$(cat "$account/token")" "$account/ca.crt" > "$secrets/curl"

secret_of() {
  echo "https://kubernetes.default.svc/api/v1/namespaces/$1/secrets/netnut-token"
}

store() {
  # No value has a character that JSON escapes.
  printf '{"stringData":{"%s":"%s"}}' "$1" "$(cat "$2")" > "$secrets/patch.json"
  for namespace in $TARGET_NAMESPACES; do
    request --request PATCH --header 'Content-Type: application/merge-patch+json' --data-binary "@$secrets/patch.json" \
      "$(secret_of "$namespace")"
  done
}

# A pod cannot mount a Secret of another namespace, so the script asks for the values that it has now.
request "$(secret_of "${TARGET_NAMESPACES%% *}")"
value_of() {
  sed -n "s/.*\"$1\": *\"\([^\"]*\)\".*/\1/p" "$secrets/response" | base64 -d
}
NETNUT_TOKEN=$(value_of NETNUT_TOKEN)
NETNUT_TOKEN_FORMER=$(value_of NETNUT_TOKEN_FORMER)
NETNUT_TOKEN_EXPIRES_AT=$(value_of NETNUT_TOKEN_EXPIRES_AT)
