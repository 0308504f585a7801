#!/bin/sh
# Mengirim public/ yang sudah dibangun dan diverifikasi ke penyimpanan S3 dengan
# rclone (rclone.org), setelah langkah-langkah terbit.sh:
#
#   TUJUAN=portal:nama-ember sh .ci/s3.sh
#
# "portal" adalah nama remote rclone. Ia dapat disiapkan lewat lingkungan saja:
#   RCLONE_CONFIG_PORTAL_TYPE=s3           RCLONE_CONFIG_PORTAL_PROVIDER=Other
#   RCLONE_CONFIG_PORTAL_ENDPOINT=...      RCLONE_CONFIG_PORTAL_REGION=...
#   RCLONE_CONFIG_PORTAL_ACCESS_KEY_ID=... RCLONE_CONFIG_PORTAL_SECRET_ACCESS_KEY=...
# Kunci itu cukup boleh menulis, membaca, dan menghapus di satu ember ini. Ember
# disetel sebagai situs web: index.html sebagai indeks, 404.html sebagai galat.
# Yang bukan bagian terbitan dihapus dari TUJUAN.
set -eu

: "${TUJUAN:?isi dengan remote rclone, misalnya portal:nama-ember}"
cd "$(dirname "$0")/.."
sh .ci/terbit.sh verifikasi

# Berkas baru dahulu, manifest paling akhir, lalu yang lama dihapus.
rclone copy public "$TUJUAN" --checksum --exclude /manifest.json
rclone sync public "$TUJUAN" --checksum
