import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMojibake } from "./mojibake.js";

/** Reads UTF-8 bytes as windows-1252 (as browsers do) or Latin-1, so many times. */
function damage(text: string, charset: "windows-1252" | "latin1" = "windows-1252", times = 1): string {
	let damaged = text;
	for (let time = 0; time < times; time++) {
		const bytes = new TextEncoder().encode(damaged);
		damaged =
			charset === "latin1"
				? Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")
				: new TextDecoder("windows-1252").decode(bytes);
	}
	return damaged;
}

function mend(text: string): string {
	let mended = text;
	for (const { start, end, original } of findMojibake(text).reverse())
		mended = mended.slice(0, start) + (original ?? "?") + mended.slice(end);
	return mended;
}

describe("damaged text is mended", () => {
	const texts = [
		"**Status**: 🟡 Planned",
		"✅ Done — see “Plan B”…",
		"a → b, x ≥ 3 • 5 €",
		"naïve café, über, São Tomé, œuvre",
		"20 °C, §5, ½ – ©",
		"├── src\n└── docs",
		"Привет, план",
		"计划 状态",
		"日本語の計画",
		"Łódź żółw",
		"👩‍💻 ⚠️ 🏗️",
		"Ελλάδα",
	];

	it.each(texts)("%s", (text) => {
		for (const charset of ["windows-1252", "latin1"] as const)
			for (const times of [1, 2, 3])
				expect([charset, times, mend(damage(text, charset, times))]).toEqual([charset, times, text]);
	});
});

describe("text in a language is left alone", () => {
	it.each([
		"café…” dit-il, déjà… naïveté”— voilà\u00a0»",
		"“AMANHÃ” e IRMÃ», NÃO, CORAÇÃO",
		"Úžasný, náš…, těž–, NÍŽE, SLUŽBA, můž",
		"Spaß…” groß–klein “Maß”",
		"A COBORÎ», sâmbătă, pâine",
		"Â, Ê, Î și Ă",
		"5×½ + 2×¼",
		"café—£5 a cup, ajouté\u00a0½",
		"Ä–Ö–Ü",
		"Øre, Ærø, Å…",
		"é – è – à",
		"señor ¿qué? ¡olé!",
		"x² + y³ = 5 µm ± 2 °C",
		"größer",
		"ÉCOLE™",
		"50 € – 60 £",
		"Ðað",
		"",
	])("%s", (text) => {
		expect(findMojibake(text)).toEqual([]);
	});
});

it.each<[string, ReturnType<typeof findMojibake>]>([
	["## \ufffd\ufffd Steps", [{ start: 3, end: 5 }]],
	["a ï¿½ b", [{ start: 2, end: 5 }]],
	['a â€" b', [{ start: 2, end: 5 }]],
	["so â€ b", [{ start: 3, end: 5 }]],
	["a â€\u201d b", [{ start: 2, end: 5, original: "—" }]],
	['🟡 ðŸ"„ b', [{ start: 3, end: 7 }]],
	["x ÃƒÂ© y", [{ start: 2, end: 6, original: "é" }]],
	["\ud83d Ã ð", []],
])("%s", (text, expected) => {
	expect(findMojibake(text)).toEqual(expected);
});

it("mends what it damaged, twice changes nothing, and never throws", () => {
	const word = fc.constantFrom("🟡", "✅", "—", "“so”", "café", "plan", " ", "ü", "→", "Ж", "计", "…", "½");
	fc.assert(
		fc.property(
			fc.array(word, { maxLength: 12 }).map((words) => words.join(" ")),
			fc.integer({ min: 1, max: 3 }),
			(text, times) => {
				expect(mend(damage(text, "windows-1252", times))).toBe(text);
				expect(mend(text)).toBe(text);
			},
		),
	);
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string({ unit: "binary" }),
				fc
					.array(fc.integer({ min: 0x80, max: 0x17f }), { maxLength: 40 })
					.map((units) => String.fromCharCode(...units)),
			),
			(text) => {
				let last = 0;
				for (const { start, end, original } of findMojibake(text)) {
					expect(start).toBeGreaterThanOrEqual(last);
					expect(end).toBeGreaterThan(start);
					if (original !== undefined) expect(original).not.toBe(text.slice(start, end));
					last = end;
				}
			},
		),
	);
});

it("is linear", () => {
	for (const hostile of ["Ã", "Â€", "ÃƒÂ©", "ðŸ", "â€", "é…”", "\ufffd", "ÃƒÆ’Ã‚Â"]) {
		const start = performance.now();
		findMojibake(hostile.repeat(100_000));
		expect(performance.now() - start).toBeLessThan(2000);
	}
});
