#!/usr/bin/env bash
# `npm run pbx`: installs Asterisk (once) and runs it on loopback, with the phones of the simulator's default floor.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
home=${SWITCHHOOK_PBX_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/switchhook/asterisk}

[ -e "$home/root/.complete" ] || echo "Unpacking Asterisk in $home/root, which takes half a minute ..."
"$here/install.sh" "$home/root"

# Users and passwords, made once: for the PBX itself, and for whoever connects.
secrets=$home/credentials.env
if [ ! -e "$secrets" ]; then
  password() { head -c 18 /dev/urandom | base64 | tr -d '+/='; }
  (umask 077; printf 'ARI_USER=switchhook\nARI_PASSWORD=%s\nAMI_USER=switchhook\nAMI_PASSWORD=%s\nPHONE_PASSWORD=%s\n' \
    "$(password)" "$(password)" "$(password)" >"$secrets")
fi
set -a; . "$secrets"; set +a
export EXTENSIONS=${EXTENSIONS-1000 2000 3000} WEB_EXTENSIONS=${WEB_EXTENSIONS-} HTTP_PORT=${HTTP_PORT:-8088} AMI_PORT=${AMI_PORT:-5038}
export NUMBERS=${NUMBERS-13512345678 13687654321 13700001111}

cat <<TEXT
Asterisk runs on 127.0.0.1: ARI and SIP over WebSocket on port $HTTP_PORT (/ws), SIP on ${SIP_PORT:-5060}/udp, AMI on $AMI_PORT.
Extensions $EXTENSIONS $WEB_EXTENSIONS, numbers outside $NUMBERS: each a phone to be registered, password PHONE_PASSWORD.
Numbers without a phone: 10600 echoes, 10603 is engaged, 10604 rejects, 10605 rings for ever; all others do not exist.
Users and passwords: $secrets
The desk on it: npx switchhook-simulator --exchange asterisk --ari http://127.0.0.1:$HTTP_PORT --ami 127.0.0.1:$AMI_PORT --credentials $secrets
Ctrl-C ends it.
TEXT
exec "$here/start.sh" "$home/root" "$home/run"
