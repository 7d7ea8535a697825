echo "typed: $NETNUT_TOKEN at $NETNUT_API_URL"
