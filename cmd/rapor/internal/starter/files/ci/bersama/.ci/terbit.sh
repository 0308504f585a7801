#!/bin/sh
# Langkah-langkah penerbitan portal, sama di GitHub, GitLab, dan server sendiri:
#
#   sh .ci/terbit.sh pasang       unduh program rapor dan cocokkan jumlahnya
#   sh .ci/terbit.sh periksa      semua masalah data dan isi
#   sh .ci/terbit.sh sebelumnya   ambil dari situs yang terbit apa yang dinyatakannya
#   sh .ci/terbit.sh bangun       catat perubahan, buat public/ dengan penjaga
#   sh .ci/terbit.sh verifikasi   public/ terhadap manifestnya, setiap angka dihitung ulang
#
# Pengaturan lewat lingkungan:
#   RAPOR_UNDUH    alamat arsip rilis rapor untuk mesin ini (.tar.gz)
#   RAPOR_SHA256   jumlah SHA-256 arsip itu, dari berkas SHA256SUMS rilisnya
#   PENJAGA        on (bawaan); first untuk terbitan pertama; off mematikan penjaga
#   ALAMAT         alamat situs yang terbit (bawaan: alamat di data/portal.toml)
#   TANGGAL        hari terbit (bawaan: hari ini di Jakarta)
#   FORMAT         bentuk laporan periksa: text (bawaan), github, json, sarif
#   RINGKASAN      berkas Markdown tempat perubahan ditambahkan
set -eu

cd "$(dirname "$0")/.."
program="$PWD/.rapor-program"
lama=".rapor-sebelumnya"
PATH="$program:$PATH"
PENJAGA="${PENJAGA:-on}"
TANGGAL="${TANGGAL:-$(TZ=Asia/Jakarta date +%Y-%m-%d)}"

gagal() {
	echo "terbit.sh: $*" >&2
	exit 1
}

# alamat situs, dengan garis miring di akhir
alamat() {
	a="${ALAMAT:-$(sed -n 's/^alamat[[:space:]]*=[[:space:]]*"\([^"]*\)".*/\1/p' data/portal.toml)}"
	[ -n "$a" ] || gagal "alamat situs tidak ada di data/portal.toml; isi ALAMAT"
	echo "${a%/}/"
}

pasang() {
	[ -n "${RAPOR_UNDUH:-}" ] && [ -n "${RAPOR_SHA256:-}" ] || gagal "isi variabel RAPOR_UNDUH dan RAPOR_SHA256"
	rm -rf "$program"
	mkdir -p "$program"
	curl -fsSL --retry 3 -o "$program/arsip.tar.gz" "$RAPOR_UNDUH"
	echo "$RAPOR_SHA256  $program/arsip.tar.gz" | sha256sum -c - >/dev/null || gagal "arsip rapor tidak sama dengan RAPOR_SHA256"
	tar -xzf "$program/arsip.tar.gz" -C "$program" --strip-components=1
	rm "$program/arsip.tar.gz"
	rapor version
}

periksa() {
	rapor check --format "${FORMAT:-text}"
}

# ambil ALAMAT BERKAS: unduh satu berkas; menulis kode HTTP-nya
ambil() {
	mkdir -p "$(dirname "$2")"
	curl -sSL --retry 3 -H 'Cache-Control: no-cache' -o "$2" -w '%{http_code}' "$1" || gagal "$1 tidak terjangkau"
}

# Situs yang tidak terjangkau tidak pernah dianggap terbitan pertama: itu harus
# dikatakan dengan PENJAGA=first.
sebelumnya() {
	rm -rf "$lama"
	situs=$(alamat)
	case "$PENJAGA" in
	on) ;;
	first)
		kode=$(ambil "${situs}manifest.json" "$lama/jawaban" 2>/dev/null || echo 000)
		[ "$kode" != 200 ] || gagal "$situs sudah terbit, jadi ini bukan terbitan pertama; pakai PENJAGA=on"
		return
		;;
	*)
		echo "penjaga $PENJAGA: terbitan sebelumnya tidak diambil"
		return
		;;
	esac
	for berkas in manifest.json data/terbitan.json; do
		kode=$(ambil "$situs$berkas" "$lama/$berkas")
		[ "$kode" = 200 ] || gagal "$situs$berkas dijawab $kode. Terbitan pertama? Jalankan sekali dengan PENJAGA=first"
	done
	# Catatan perubahan yang sudah terbit tetapi belum ada di sini ikut diambil.
	sed -n 's/^ *{"tanggal": "\([0-9-]*\)", "ke": .*/\1/p' "$lama/data/terbitan.json" | sort -u | while read -r hari; do
		[ ! -f "data/perubahan/$hari.json" ] || continue
		kode=$(ambil "${situs}perubahan/$hari.json" "data/perubahan/$hari.json")
		[ "$kode" = 200 ] || gagal "${situs}perubahan/$hari.json dijawab $kode"
	done
}

# revisi data, untuk {revisi} dalam sumber_data: setiap nilai menaut ke barisnya
revisi() {
	! grep -q '^sumber_data.*{revisi}' data/portal.toml || git rev-parse HEAD
}

bangun() {
	REVISI=$(revisi)
	if [ "$PENJAGA" = on ]; then
		# Penjaga dahulu: perubahan yang ditolak tidak dicatat.
		rapor build --quiet --revisi "$REVISI" --guard on --previous "$lama" --report .rapor-laporan.json
		rapor diff "$lama" public --format markdown >>"${RINGKASAN:-/dev/null}"
		rapor diff "$lama" data --simpan --tanggal "$TANGGAL"
		rapor build --revisi "$REVISI" --guard on --previous "$lama" --report .rapor-laporan.json
	else
		rapor build --revisi "$REVISI" --guard "$PENJAGA" --report .rapor-laporan.json
		echo "Penjaga: $PENJAGA" >>"${RINGKASAN:-/dev/null}"
	fi
}

verifikasi() {
	rapor verify public
}

case "${1:-}" in
pasang | periksa | sebelumnya | bangun | verifikasi) "$1" ;;
*) gagal "sebut salah satu langkah: pasang, periksa, sebelumnya, bangun, verifikasi" ;;
esac
