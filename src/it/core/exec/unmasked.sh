echo "unmasked: the token has $(printf '%s' "$NETNUT_TOKEN" | wc -c) bytes"
