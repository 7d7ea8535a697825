# Says what it got, and prints the token in some ways. The digest shows which token it was.
echo "argument: $1"
echo "variables: $(env | grep NETNUT_ | cut -d= -f1 | sort | tr '\n' ' ')"
echo "digest: $(printf '%s' "$NETNUT_TOKEN" | sha256sum | cut -c1-16)"
echo "token: $NETNUT_TOKEN!"
echo "token: $NETNUT_TOKEN!" >&2
printf '%s' "$NETNUT_TOKEN" | base64
printf '%s' "$NETNUT_TOKEN" | od -An -v -tx1 | tr -d ' \n'
echo
sleep 1
