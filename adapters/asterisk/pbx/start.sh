#!/usr/bin/env bash
# Runs the unpacked Asterisk in the foreground, on 127.0.0.1 only. usage: start.sh DEST RUN     RUN is a directory for all it writes.
# By the environment: EXTENSIONS, WEB_EXTENSIONS and NUMBERS (those who have phones), ports, users and passwords, ARI_APP.
set -euo pipefail
dest=$(cd "${1:?usage: start.sh DEST RUN}" && pwd); mkdir -p "${2:?usage: start.sh DEST RUN}"; run=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
# Passwords stand in the files that are written here.
umask 077
rm -rf "$run/conf"; mkdir -p "$run"/{conf,lib/keys,log,spool,cache}
lib=$(echo "$dest"/usr/lib/*-linux-gnu)
# Further configuration for a test: files in the directory MORE_CONF are added to those of the same name.
for file in "$here"/conf/*.conf ${MORE_CONF:+"$MORE_CONF"/*.conf}; do
  sed -e "s#@DEST@#$dest#g; s#@LIB@#$lib#g; s#@RUN@#$run#g" \
    -e "s#@HTTP_PORT@#${HTTP_PORT:-8088}#g; s#@SIP_PORT@#${SIP_PORT:-5060}#g; s#@AMI_PORT@#${AMI_PORT:-5038}#g" \
    -e "s#@RTP_FIRST@#${RTP_FIRST:-30000}#g; s#@RTP_LAST@#${RTP_LAST:-30400}#g; s#@APP@#${ARI_APP:-switchhook}#g; s#@LOST_AFTER@#${LOST_AFTER:-20}#g" \
    -e "s#@ARI_USER@#${ARI_USER:?}#g; s#@ARI_PASSWORD@#${ARI_PASSWORD:?}#g" \
    -e "s#@AMI_USER@#${AMI_USER:?}#g; s#@AMI_PASSWORD@#${AMI_PASSWORD:?}#g; s#@PHONE_PASSWORD@#${PHONE_PASSWORD:?}#g" \
    "$file" >>"$run/conf/${file##*/}"
done
for empty in acl ccss cdr cel features indications pjsip_notify stasis udptl websocket_client; do : >"$run/conf/$empty.conf"; done

# A phone for everybody: NAME is the user that it registers as.
phone() { printf '[%s](%s)\nauth=%s\naors=%s\n[%s](aor)\n[%s](auth)\nusername=%s\n' "$1" "$2" "$1" "$1" "$1" "$1" "$1"; }
{
  for ext in ${EXTENSIONS-}; do phone "$ext" extension; done
  for ext in ${WEB_EXTENSIONS-}; do phone "$ext" web-extension; done
  for number in ${NUMBERS-}; do phone "$number" outside; done
} >>"$run/conf/pjsip.conf"
{
  echo '[pstn](+)'
  for number in ${NUMBERS-}; do echo "exten => $number,1,Goto(phone,$number,1)"; done
} >>"$run/conf/extensions.conf"

exec "$lib"/ld-linux-*.so.* --library-path "$lib" "$dest/usr/sbin/asterisk" -C "$run/conf/asterisk.conf" -f -n
