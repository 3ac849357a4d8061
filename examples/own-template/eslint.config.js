import acidPlans from "eslint-config-acid-plans";

export default [
	...acidPlans({
		plans: "plans",
		// What a plan of this team looks like. The rules of the template ask for this instead of their own.
		template: {
			title: "Proposal",
			sections: ["Problem", "Approach", "Milestones", "How we will know"],
			fields: ["Outcome", "Work", "Proof"],
			phaseWord: "Milestone",
			level: 3,
		},
		// Names of the team for what every plan has: the other rules know now what they look at.
		vocabulary: {
			sections: { breakdown: ["Milestones"], successCriteria: ["How we will know"] },
			fields: { objective: ["Outcome"], testing: ["Proof"] },
			statuses: { active: ["on the bench"] },
			statusForms: { active: "🔨 On the bench" },
		},
	}),
];
