# For ../renew.sh: stores a value in each variable group of TARGET_GROUPS.
# shellcheck shell=sh
store() {
  for group in $TARGET_GROUPS; do
    if [ "$1" = NETNUT_TOKEN_EXPIRES_AT ]; then
      update --value "$(cat "$2")"
    else
      # az reads the secret from this variable, so no command line has it.
      export "AZURE_DEVOPS_EXT_PIPELINE_VAR_$1=$(cat "$2")"
      update --secret true --prompt-value true
    fi
  done
}

# shellcheck disable=SC2154 # renew.sh sets name
update() {
  az pipelines variable-group variable update --organization "$SYSTEM_COLLECTIONURI" --project "$SYSTEM_TEAMPROJECT" \
    --group-id "$group" --name "$name" --output none "$@"
}
