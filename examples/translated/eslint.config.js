import acidPlans from "eslint-config-acid-plans";

export default [
	...acidPlans({
		plans: "plans",
		// Die Vorlage, übersetzt: Was ein Plan und eine Etappe haben.
		template: {
			title: "Umsetzungsplan",
			sections: ["Überblick", "Ziele", "Voraussetzungen", "Etappen", "Erfolgskriterien", "Risiken", "Zeitplan"],
			fields: ["Ziel", "Schritte", "Prüfung", "Ergebnisse"],
			phaseWord: "Etappe",
			level: 3,
		},
		// Viele deutsche Wörter sind bekannt; was hier steht, kommt hinzu.
		vocabulary: {
			sections: { breakdown: ["Etappen"] },
			fields: { dependsOn: ["Baut auf"], files: ["Betroffene Dateien"] },
			series: ["Etappe"],
			statuses: { done: ["abgenommen"], blocked: ["liegt auf Eis"] },
			statusForms: {
				planned: "🟡 Geplant",
				active: "🔄 In Arbeit",
				done: "✅ Abgenommen",
				blocked: "⛔ Liegt auf Eis",
				dropped: "🚫 Verworfen",
			},
		},
	}),
];
