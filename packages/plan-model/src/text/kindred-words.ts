/**
 * Words that name one kind of work: joined in a title (`Testing & Validation`, `Setup and Infrastructure`), two of a row
 * are two views of one thing, and nobody could say which part of the phase belongs to which.
 */
const KINDS: readonly ReadonlySet<string>[] = [
	"test tests testing qa validation verification validate verify benchmark benchmarks benchmarking assurance coverage regression check checks evaluation lint linting typecheck gates suites evidence fixtures validierung prüfung pruebas validación validação",
	"polish optimization optimisation refinement cleanup clean-up refactor refactoring maintainability quality hardening robustness resilience improvement improvements enhancement enhancements iteration stability reliability finalization performance scaling scalability tuning correctness usability architecture",
	"setup set-up foundation foundations infrastructure scaffold scaffolding baseline bootstrap architecture standards structure skeleton configuration planning design requirements objectives constraints governance prerequisites safety environment initialization preparation vorbereitung einrichtung grundlagen infrastruktur preparación configuración preparação configuração préparation",
	"deployment release rollout launch publication publishing go-live cutover fallback rollback distribution packaging maintenance operations readiness",
	"analytics analysis reporting insights metrics monitoring observability logging visualization visualisation intelligence tracking exploration dashboards statistics",
	"security privacy compliance safety audit consent permissions trust authentication authorization authorisation",
	"handling detection recovery correction fallback tolerance robustness resilience retry retries",
	"database schema schemas models entities types tables",
	"updates synchronization synchronisation sync",
	"community ecosystem onboarding feedback support adoption engagement accessibility outreach",
	"features extensions enhancements improvements expansion utilities additions tools refinement iteration",
	"documentation docs guides tutorials examples comments publication summary closeout training",
	"ingestion processing collection preparation loading preprocessing",
	"done built complete completed tested verified merged reviewed landed",
	"framework orchestration automation integration",
].map((words) => new Set(words.split(" ")));

/** Whether two words, in lower case, name one kind of work. */
export function areKindred(one: string, other: string): boolean {
	return KINDS.some((words) => words.has(one) && words.has(other));
}
