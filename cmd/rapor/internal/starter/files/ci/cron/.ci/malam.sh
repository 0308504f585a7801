#!/bin/sh
# Menerbitkan portal dari server sendiri ke hosting biasa, lewat rsync. Untuk cron:
#
#   30 1 * * *  TUJUAN=portal@contoh.example:/var/www/portal/ sh /home/portal/rapor/.ci/malam.sh
#
# TUJUAN adalah folder situs, di komputer ini atau komputer lain, dan hanya berisi
# situs ini: yang bukan bagian terbitan dihapus. Pengaturan lain ada di terbit.sh;
# terbitan pertama dijalankan sekali dengan PENJAGA=first. Program rapor dipasang
# sekali dengan: RAPOR_UNDUH=... RAPOR_SHA256=... sh .ci/terbit.sh pasang
set -eu

: "${TUJUAN:?isi dengan folder situs, misalnya portal@contoh.example:/var/www/portal/}"
cd "$(dirname "$0")/.."

# Satu penerbitan pada satu waktu.
exec 9>.rapor-kunci
flock -n 9 || {
	echo "malam.sh: penerbitan lain sedang berjalan" >&2
	exit 1
}

if git remote get-url origin >/dev/null 2>&1; then
	git pull --quiet --ff-only
fi
sh .ci/terbit.sh periksa
sh .ci/terbit.sh sebelumnya
sh .ci/terbit.sh bangun
sh .ci/terbit.sh verifikasi

# Berkas baru dahulu, manifest paling akhir, lalu yang lama dihapus: pembaca tidak
# menemui halaman yang berkasnya belum ada. Isi yang dibandingkan, bukan waktu (-c).
rsync -rtc --delay-updates --exclude=/manifest.json --chmod=D755,F644 public/ "${TUJUAN%/}/"
rsync -rtc --delete --chmod=D755,F644 public/ "${TUJUAN%/}/"
