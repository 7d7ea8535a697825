# For ../renew.sh: stores a value as a variable of each group in TARGET_GROUPS; without it, of this project's group.
# shellcheck shell=sh disable=SC2154 # renew.sh sets secrets
printf 'header = "PRIVATE-TOKEN: %s"\n' "$GROUP_ACCESS_TOKEN" > "$secrets/curl"

store() {
  masked=true
  if [ "$1" = NETNUT_TOKEN_EXPIRES_AT ]; then
    masked=false
  fi
  for group in ${TARGET_GROUPS:-$CI_PROJECT_NAMESPACE_ID}; do
    request --request PUT --data-urlencode "value@$2" --data "masked=$masked" --data protected=true --data raw=true \
      "$CI_API_V4_URL/groups/$group/variables/$1"
  done
}
