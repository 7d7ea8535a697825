# For ../renew.sh: stores a value with GitHub's own program. TARGET says where.
# shellcheck shell=sh
store() {
  kind=secret
  if [ "$1" = NETNUT_TOKEN_EXPIRES_AT ]; then
    kind=variable
  fi
  # shellcheck disable=SC2086 # several options
  gh "$kind" set "$1" $TARGET < "$2"
}
