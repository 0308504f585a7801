package analysis

import (
	"strconv"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

// pathsOf judges the targets "2026=3.00 2024=4.00" of an institution.
func pathsOf(t *testing.T, inst *maturity.Institution, settled int, targets string, instruments ...*maturity.Instrument) []Path {
	t.Helper()
	for _, f := range strings.Fields(targets) {
		year, index, _ := strings.Cut(f, "=")
		y, err := strconv.Atoi(year)
		if err != nil {
			t.Fatal(err)
		}
		inst.Targets = append(inst.Targets, maturity.Target{Year: y, Index: cents(t, index)})
	}
	return Paths(&maturity.Dataset{Instruments: instruments}, seriesOf(inst), settled)
}

// Sulawesi Barat: 2.04, 2.89, 3.70. 3.00 for 2026 was reached in 2024; "over
// 4.00" for 2024 was missed by 4.00 - 3.70 = 0.30.
func TestSulawesiBarat(t *testing.T) {
	in := norm2020(t)
	inst := institution(t, in, "provinsi-sulawesi-barat", "2022=2.04 2023=2.89 2024=3.70")
	paths := pathsOf(t, inst, 2025, "2024=4.00 2026=3.00", in, norm2026(t))
	missed, reached := paths[0], paths[1]
	if missed.Status != StatusMissed || missed.Reached != nil || missed.MissedIn.Year != 2024 {
		t.Errorf("4.00 for 2024: %+v", missed)
	}
	is(t, "missed by", missed.Missed, "0.30")
	if reached.Status != StatusReached || reached.Reached.Year != 2024 || reached.Projection.Exists() {
		t.Errorf("3.00 for 2026: %+v", reached)
	}
	for _, p := range paths {
		is(t, "required pace", p.Required, "-")
		is(t, "pace", p.Pace, "-")
	}
}

// Kota Bandar Lampung: 2.60 for 2021, 2022 and 2023 was missed each time and
// reached in 2024. Missed by 2.60 - 1.20 = 1.40 in 2021 (levels known), by
// 2.60 - 1.50 = 1.10 in 2022 (printed only), by 2.60 - 2.1545 = 0.4455 in 2023.
func TestBandarLampungReachedLate(t *testing.T) {
	in := norm2020(t)
	paths := pathsOf(t, bandarLampung(t, in), 2025, "2021=2.60 2022=2.60 2023=2.60", in)
	for i, by := range []string{"1.40", "1.10", "0.4455"} {
		p := paths[i]
		if p.Status != StatusMissed || p.Reached == nil || p.Reached.Year != 2024 || p.MissedIn.Year != 2021+i {
			t.Errorf("2.60 for %d: %+v", 2021+i, p)
		}
		is(t, "missed by", p.Missed, by)
	}
}

// The example of the JSON: 2.30, 2.60, 3.06 and 3.50 for 2026.
//
//	r = (3.50 - 3.06)/2 = 0.22      a = (3.06 - 2.30)/2 = 0.38
//	projection 3.06 + 2 x 0.38 = 3.82
//	yearly changes 0.30 and 0.46: from 3.06 + 0.60 = 3.66 to 3.06 + 0.92 = 3.98
func TestOnTrackWithProjection(t *testing.T) {
	in := norm(t, "A1 1x100", "1 5 1")
	p := pathsOf(t, institution(t, in, "kota-contoh", "2022=2.30 2023=2.60 2024=3.06"), 2024, "2026=3.50", in)[0]
	if p.Status != StatusOnTrack || !p.Projection.Exists() || p.Projection.From.Year != 2024 {
		t.Fatalf("the path is %+v", p)
	}
	is(t, "distance", p.Distance, "0.44")
	is(t, "required pace", p.Required, "0.22")
	is(t, "pace", p.Pace, "0.38")
	is(t, "projection", p.Projection.Value.Value, "3.82")
	is(t, "low", p.Projection.Low.Value, "3.66")
	is(t, "high", p.Projection.High.Value, "3.98")
}

func TestStatusInItsOrder(t *testing.T) {
	in := norm(t, "A1 1x100", "1 5 1")
	for _, c := range []struct {
		name, results, target string
		status                Status
		reason                Reason
		required, pace        string
	}{
		{"reached in its own year", "2023=2.00 2024=3.00", "2024=3.00", StatusReached, "", "-", "-"},
		{"reached before and lost again", "2022=3.10 2024=2.90", "2024=3.00", StatusReached, "", "-", "-"},
		{"missed by a cent", "2023=2.00 2024=2.99", "2024=3.00", StatusMissed, "", "-", "-"},
		{"one edition: (3.00 - 2.00)/2", "2024=2.00", "2026=3.00", StatusUnknown, ReasonFewEditions, "0.50", "-"},
		{"no edition", "", "2026=3.00", StatusUnknown, ReasonNoResult, "-", "-"},
		{"falling", "2023=2.50 2024=2.40", "2026=3.00", StatusFalling, "", "0.30", "-0.10"},
		{"flat", "2023=2.50 2024=2.50", "2026=3.00", StatusFlat, "", "0.25", "0"},
		{"exactly the pace needed", "2023=2.00 2024=2.50", "2025=3.00", StatusOnTrack, "", "0.50", "0.50"},
		{"a hundredth too slow", "2023=2.01 2024=2.50", "2025=3.00", StatusNeedsFaster, "", "0.50", "0.49"},
		{"a year missing: (2.60 - 2.00)/2", "2022=2.00 2024=2.60", "2026=3.20", StatusOnTrack, "", "0.30", "0.30"},
		{"not assessed in the target's year", "2022=2.00 2023=2.40", "2024=2.80", StatusUnknown, ReasonYearNotAssessed, "-", "-"},
		{"first assessed after it", "2024=2.00", "2023=2.50", StatusUnknown, ReasonYearNotAssessed, "-", "-"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := pathsOf(t, institution(t, in, "kota-a", c.results), 2024, c.target, in)[0]
			if p.Status != c.status || p.Reason != c.reason {
				t.Fatalf("status %q (%q), want %q (%q)", p.Status, p.Reason, c.status, c.reason)
			}
			is(t, "required pace", p.Required, c.required)
			is(t, "pace", p.Pace, c.pace)
		})
	}
}

// Kota Bandung: 3.98 and 4.59, 4.62 for 2025. Where 2025 is known of a few others
// only, the target is ahead: r = 0.03, a = 0.61. Where it is known of nearly all,
// its own result is missing and nothing is claimed.
func TestTargetYearThatIsNotSettled(t *testing.T) {
	in := norm2020(t)
	for settled, status := range map[int]Status{0: StatusOnTrack, 2024: StatusOnTrack, 2025: StatusUnknown} {
		p := pathsOf(t, institution(t, in, "kota-bandung", "2023=3.98 2024=4.59"), settled, "2025=4.62", in)[0]
		if p.Status != status || p.Status == StatusUnknown && p.Reason != ReasonYearNotAssessed {
			t.Errorf("settled %d: %+v", settled, p)
		}
		if status == StatusOnTrack {
			is(t, "required pace", p.Required, "0.03")
			is(t, "pace", p.Pace, "0.61")
		}
	}
}

// A year without a result between two others: what is known by then counts.
func TestMissedInAYearWithoutResult(t *testing.T) {
	in := norm(t, "A1 1x100", "1 5 1")
	p := pathsOf(t, institution(t, in, "kota-a", "2022=2.00 2024=2.90"), 2024, "2023=2.60", in)[0]
	if p.Status != StatusMissed || p.MissedIn.Year != 2022 || p.Reached.Year != 2024 {
		t.Errorf("the path is %+v", p)
	}
	is(t, "missed by", p.Missed, "0.60")
}

// The exact value decides: 2.9795 prints as 2.98 and does not reach 2.98.
func TestTargetIsJudgedOnTheExactValue(t *testing.T) {
	in := norm2020(t)
	p := pathsOf(t, bandarLampung(t, in), 2024, "2024=2.98", in)[0]
	if p.Status != StatusMissed {
		t.Errorf("status %q", p.Status)
	}
	is(t, "missed by", p.Missed, "0.0005") // 0.0005
}

func TestProjectionHasItsLimits(t *testing.T) {
	ended, open, next := norm2020(t), norm(t, "A1 1x100", "1 5 1"), norm2026(t)
	for _, c := range []struct {
		name, results, target string
		in                    *maturity.Instrument
		reason                Reason
		changes               bool
	}{
		{"three editions", "2022=2.00 2023=2.10 2024=2.20", "2025=3.00", ended, "", false},
		{"two editions", "2023=2.10 2024=2.20", "2025=3.00", ended, ReasonFewEditions, false},
		{"the year has another instrument", "2022=2.00 2023=2.10 2024=2.20", "2026=3.00", ended, ReasonOtherInstrument, true},
		{"no last year", "2022=2.00 2023=2.10 2024=2.20", "2030=3.00", open, "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := pathsOf(t, institution(t, c.in, "kota-a", c.results), 2024, c.target, c.in, next)[0]
			if p.Projection.Reason != c.reason || p.InstrumentChanges != c.changes || p.Instrument != c.in {
				t.Errorf("%+v", p)
			}
			if p.Status != StatusNeedsFaster && p.Status != StatusOnTrack {
				t.Errorf("status %q", p.Status)
			}
		})
	}
	p := pathsOf(t, institution(t, ended, "kota-a", "2022=2.00 2023=2.10 2024=2.20"), 2024, "2026=3.00", ended)[0]
	if p.Projection.Reason != ReasonPastInstrument || p.InstrumentChanges {
		t.Errorf("nothing follows the instrument: %+v", p)
	}
}

// 4.00, 4.50, 4.60 and 5.00 for 2027: a = 0.30, 4.60 + 3 x 0.30 = 5.50 is off
// the scale and has no value; 4.60 + 3 x 0.10 = 4.90 is on it.
func TestProjectionIsNeverClamped(t *testing.T) {
	in := norm(t, "A1 1x100", "1 5 1")
	p := pathsOf(t, institution(t, in, "kota-a", "2022=4.00 2023=4.50 2024=4.60"), 2024, "2027=5.00", in)[0].Projection
	if p.Value.Off != AboveScale || p.Value.Value.Exists() || p.High.Off != AboveScale || p.High.Value.Exists() {
		t.Errorf("the projection is %+v", p)
	}
	is(t, "low", p.Low.Value, "4.90")
	falling := pathsOf(t, institution(t, in, "kota-a", "2022=2.00 2023=1.90 2024=1.10"), 2024, "2027=5.00", in)[0]
	if falling.Status != StatusFalling || falling.Projection.Value.Off != BelowScale || falling.Projection.Low.Off != BelowScale {
		t.Errorf("the projection is %+v", falling.Projection)
	}
}

// A target year that was assessed by another instrument says nothing of the
// target: neither reached nor missed.
func TestTargetYearByAnotherInstrument(t *testing.T) {
	old, next := norm2020(t), norm2026(t)
	inst := institution(t, old, "kota-a", "2023=2.00 2024=2.50 2025=2.90")
	publish(t, inst, next, "2026", "3.90")
	p := pathsOf(t, inst, 2026, "2026=3.00", old, next)[0]
	if p.Instrument != old || !p.InstrumentChanges || p.Status != StatusUnknown || p.Reason != ReasonOtherInstrument || p.Reached != nil {
		t.Errorf("the path is %+v", p)
	}
}
