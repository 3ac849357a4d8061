/**
 * The one table of words: what sections, fields, statuses and series are called. Everything else that reads a plan
 * asks this table, and a config adds to it; no other file of the model lists names.
 */

/** How far a plan or phase is. */
export type Tier = "planned" | "active" | "done" | "blocked" | "dropped";

/** The sections of the template, by the name that rules use. */
export type SectionName =
	"overview" | "goals" | "prerequisites" | "breakdown" | "successCriteria" | "risks" | "timeline";

/** The fields of a phase or a document, by the name that rules use. */
export type FieldName =
	| "objective"
	| "steps"
	| "testing"
	| "deliverables"
	| "dependsOn"
	| "blocks"
	| "files"
	| "create"
	| "modify"
	| "delete"
	| "test"
	| "status"
	| "estimate"
	| "owner"
	| "lastUpdated"
	| "priority"
	| "rollback"
	| "commands"
	| "branch"
	| "plan"
	| "notes";

/** What a config may add to the table (`vocabulary` of the factory). */
export interface VocabularyExtension {
	readonly sections?: { readonly [name in SectionName]?: readonly string[] | undefined } | undefined;
	readonly fields?: { readonly [name in FieldName]?: readonly string[] | undefined } | undefined;
	readonly statuses?: { readonly [tier in Tier]?: readonly string[] | undefined } | undefined;
	readonly series?: readonly string[] | undefined;
	readonly statusForms?: { readonly [tier in Tier]?: string | undefined } | undefined;
}

/** A name of the table that is close to what was written. */
export interface NearestName<Name extends string> {
	readonly name: Name;
	/** The wording of the table that it is close to, in lower case. */
	readonly wording: string;
	readonly distance: number;
}

/** A status wording of the table. */
export interface StatusWording {
	readonly tier: Tier;
	/** How many words it has. */
	readonly length: number;
	/** The wording is also an ordinary title ("Planning", "Draft"): it counts only where nothing but a status can stand. */
	readonly alsoTitle: boolean;
	/** An adjective as much as a state ("complete", "open"): what follows decides. */
	readonly alsoAdjective: boolean;
}

export interface Vocabulary {
	/** The section of the template that a heading names, also with a number, emoji or note in brackets around it. */
	section(text: string): SectionName | undefined;
	/** The field that a label names. */
	field(label: string): FieldName | undefined;
	/** The section that a heading almost names (a spelling mistake); none when it names one. */
	nearestSection(text: string): NearestName<SectionName> | undefined;
	nearestField(label: string): NearestName<FieldName> | undefined;
	/** The normal wording of a section or field, as the template writes it. */
	sectionTitle(name: SectionName): string;
	fieldTitle(name: FieldName): string;
	/** `Phase`, `tasks`, `ETAPA` …: singular and plural. */
	isSeriesWord(word: string): boolean;
	/** The singular of a series word in lower case (`PHASES` → `phase`): two headings with the same one may be siblings. */
	seriesWord(word: string): string | undefined;
	/** A series word that is one slip away (`Fhase`, `Pahse`). */
	nearestSeriesWord(word: string): NearestName<string> | undefined;
	/** `Week`, `Day`, `Sprint` …: their numbers are dates, not labels. */
	isCalendarWord(word: string): boolean;
	/** A word which, right after `Phase 1`, says that the heading speaks about the phase (`Summary`, `Checklist`). */
	isAboutWord(word: string): boolean;
	/** `None`, `N/A`, `—`: no dependency. */
	isNone(text: string): boolean;
	/** The longest status wording at the start of a list of lower-case words, from `at`. */
	statusWording(words: readonly string[], at: number): StatusWording | undefined;
	/** The status wording that a whole text is a slip away from (`Complted`); none when it begins with one. */
	nearestStatus(text: string): NearestName<Tier> | undefined;
	/** What an emoji or mark means by itself; colours mean nothing unless the config says so. */
	markTier(mark: string): Tier | undefined;
	/** `🟡 Planned`: how this team writes a tier. */
	statusForm(tier: Tier): string;
	/** `create`, `adds`, `renaming` …: the step changes the path it names. */
	isWriteVerb(word: string): boolean;
	isReadVerb(word: string): boolean;
	/** `verify`, `works`, `manually`: a check made of such words alone says neither what to run nor what to see. */
	isVagueCheckWord(word: string): boolean;
	/** A heading whose boxes are no work (`Open Questions`, `Future`, `Out of Scope`). */
	isNoWorkSection(text: string): boolean;
}

const SECTIONS: Readonly<Record<SectionName, readonly string[]>> = {
	overview: [
		"Overview",
		"Summary",
		"Executive Summary",
		"Project Overview",
		"Introduction",
		"Background",
		"Big Picture",
		"Context",
		"Übersicht",
		"Überblick",
		"Zusammenfassung",
		"Einleitung",
		"Resumen",
		"Introducción",
		"Visión General",
		"Contexto",
		"Aperçu",
		"Vue d'ensemble",
		"Résumé",
		"Introdução",
		"Resumo",
		"Visão Geral",
		"Обзор",
		"Введение",
		"Контекст",
		"概述",
		"概览",
		"背景",
		"简介",
	],
	goals: [
		"Goals",
		"Goal",
		"Objectives",
		"Objective",
		"Purpose",
		"Project Goals",
		"Goals and Objectives",
		"Aims",
		"Ziele",
		"Ziel",
		"Objetivos",
		"Objetivo",
		"Metas",
		"Objectifs",
		"Objectif",
		"Цели",
		"Цель",
		"目标",
		"目的",
	],
	prerequisites: [
		"Prerequisites",
		"Prerequisite",
		"Requirements",
		"Dependencies",
		"Preconditions",
		"Before You Start",
		"Voraussetzungen",
		"Abhängigkeiten",
		"Requisitos",
		"Requisitos Previos",
		"Prerrequisitos",
		"Dependencias",
		"Prérequis",
		"Dépendances",
		"Pré-requisitos",
		"Dependências",
		"Предпосылки",
		"Зависимости",
		"前提条件",
		"前置条件",
		"依赖",
	],
	breakdown: [
		"ACID Breakdown",
		"Breakdown",
		"Phases",
		"Implementation Phases",
		"Implementation Steps",
		"ACID Implementation Steps",
		"ACID Phases",
		"Phase Breakdown",
		"Phased Breakdown",
		"Detailed Phase Breakdown",
		"Implementation Breakdown",
		"Development Phases",
		"Plan of Work",
		"Phasen",
		"Umsetzung",
		"Implementierungsschritte",
		"Fases",
		"Fases de Implementación",
		"Phases de Mise en Œuvre",
		"Étapes",
		"Fases de Implementação",
		"Этапы",
		"Фазы",
		"实施步骤",
		"实施阶段",
		"阶段",
		"阶段划分",
	],
	successCriteria: [
		"Success Criteria",
		"Success Metrics",
		"Acceptance Criteria",
		"Definition of Done",
		"Done When",
		"Done Criteria",
		"Exit Criteria",
		"Success Criteria and Metrics",
		"Erfolgskriterien",
		"Akzeptanzkriterien",
		"Criterios de Éxito",
		"Criterios de Aceptación",
		"Critères de Succès",
		"Critères d'Acceptation",
		"Critérios de Sucesso",
		"Critérios de Aceitação",
		"Критерии успеха",
		"Критерии готовности",
		"成功标准",
		"验收标准",
	],
	risks: [
		"Risks & Mitigation",
		"Risks & Mitigations",
		"Risk & Mitigation",
		"Risk Mitigation",
		"Risks",
		"Risk Assessment",
		"Risk Analysis",
		"Risk Management",
		"Risk Register",
		"Risks and Mitigation Strategies",
		"Risk Assessment & Mitigation",
		"Risiken",
		"Risiken und Maßnahmen",
		"Riesgos",
		"Riesgos y Mitigación",
		"Risques",
		"Riscos",
		"Riscos e Mitigação",
		"Риски",
		"风险",
		"风险与缓解",
		"风险评估",
	],
	timeline: [
		"Timeline",
		"Schedule",
		"Estimates",
		"Estimated Timeline",
		"Project Timeline",
		"Implementation Timeline",
		"Timeline & Milestones",
		"Timeline Summary",
		"Timeline Estimate",
		"Timeline Estimates",
		"Time Estimates",
		"Zeitplan",
		"Aufwand",
		"Cronograma",
		"Calendario",
		"Calendrier",
		"Сроки",
		"График",
		"时间表",
		"时间线",
		"进度安排",
	],
};

const FIELDS: Readonly<Record<FieldName, readonly string[]>> = {
	objective: [
		"Objective",
		"Objectives",
		"Goal",
		"Goals",
		"Purpose",
		"Aim",
		"Intent",
		"Atomic Unit",
		"Atomic Task",
		"Atomic Goal",
		"Phase Goal",
		"Phase Objective",
		"Ziel",
		"Ziele",
		"Zweck",
		"Objetivo",
		"Objetivos",
		"Objectif",
		"Objectifs",
		"But",
		"Цель",
		"目标",
		"目的",
	],
	steps: [
		"Steps",
		"Concrete Steps",
		"Tasks",
		"Task",
		"Action",
		"Actions",
		"Action Items",
		"Implementation",
		"Implementation Steps",
		"Implementation Tasks",
		"Changes",
		"Checklist",
		"Work Items",
		"Work",
		"To Do",
		"Schritte",
		"Aufgaben",
		"Aktion",
		"Aktionen",
		"Checkliste",
		"Umsetzung",
		"Pasos",
		"Tareas",
		"Acciones",
		"Étapes",
		"Tâches",
		"Passos",
		"Tarefas",
		"Шаги",
		"Задачи",
		"步骤",
		"任务",
		"实施步骤",
	],
	testing: [
		"Testing",
		"Tests",
		"Testing Strategy",
		"Test Plan",
		"Test Strategy",
		"Verification",
		"Verify",
		"Verification Steps",
		"Validation",
		"Validate",
		"Validation Steps",
		"Acceptance",
		"Acceptance Criteria",
		"Expected",
		"Expected Result",
		"Expected Results",
		"Expected Outcome",
		"Checkpoint",
		"Done When",
		"Definition of Done",
		"Success Criteria",
		"Exit Criteria",
		"Evidence",
		"Gate",
		"Phase Gate",
		"Quality Gate",
		"Proof Commands",
		"Independent Test",
		"How to Verify",
		"How to Test",
		"Tests & Verification",
		"Testing & Validation",
		"Prüfung",
		"Verifikation",
		"Verifizierung",
		"Abnahme",
		"Akzeptanzkriterien",
		"Pruebas",
		"Verificación",
		"Validación",
		"Criterios de Aceptación",
		"Vérification",
		"Critères d'Acceptation",
		"Testes",
		"Verificação",
		"Validação",
		"Тестирование",
		"Тесты",
		"Проверка",
		"测试",
		"验证",
		"验收",
		"验收标准",
	],
	deliverables: [
		"Deliverables",
		"Deliverable",
		"Output",
		"Outputs",
		"Result",
		"Results",
		"Artifacts",
		"Artifact",
		"Key Deliverables",
		"Ergebnis",
		"Ergebnisse",
		"Liefergegenstände",
		"Entregables",
		"Entregable",
		"Resultados",
		"Livrables",
		"Livrable",
		"Entregáveis",
		"Результат",
		"Результаты",
		"交付物",
		"产出",
		"输出",
	],
	dependsOn: [
		"Depends on",
		"Depends upon",
		"Depends",
		"Dependency",
		"Dependencies",
		"Requires",
		"Blocked by",
		"After",
		"Prerequisite",
		"Prerequisites",
		"Hängt ab von",
		"Abhängig von",
		"Abhängigkeit",
		"Abhängigkeiten",
		"Voraussetzung",
		"Voraussetzungen",
		"Depende de",
		"Dependencia",
		"Dependencias",
		"Dépend de",
		"Dépendances",
		"Dependências",
		"Зависит от",
		"Зависимости",
		"依赖",
		"前置",
		"前置条件",
	],
	blocks: ["Blocks", "Unblocks", "Blockiert", "Bloquea", "Bloque", "Bloqueia", "Блокирует", "阻塞"],
	files: [
		"Files",
		"File",
		"Files Changed",
		"Files to Change",
		"Files to Touch",
		"Files to Create",
		"Files to Modify",
		"Files Modified",
		"Files Created",
		"Files Affected",
		"Affected Files",
		"Files Touched",
		"Write Set",
		"Dateien",
		"Archivos",
		"Fichiers",
		"Arquivos",
		"Файлы",
		"文件",
		"涉及文件",
	],
	create: ["Create", "Creates", "Created", "New", "New File", "New Files", "Add", "Anlegen", "Crear", "Créer", "Criar"],
	modify: [
		"Modify",
		"Modifies",
		"Modified",
		"Modified Files",
		"Update",
		"Updates",
		"Update File",
		"Update Files",
		"Updated Files",
		"Change",
		"Edit",
		"Ändern",
		"Modificar",
		"Modifier",
	],
	delete: ["Delete", "Deletes", "Deleted", "Remove", "Removes", "Löschen", "Eliminar", "Supprimer", "Excluir"],
	test: ["Test", "Test File", "Test Files"],
	status: [
		"Status",
		"State",
		"Current Status",
		"Overall Status",
		"Plan Status",
		"Phase Status",
		"Project Status",
		"Implementation Status",
		"Stand",
		"Estado",
		"Statut",
		"État",
		"Статус",
		"状态",
	],
	estimate: [
		"Estimate",
		"Estimates",
		"Estimated",
		"Time Estimate",
		"Estimated Time",
		"Estimated Duration",
		"Estimated Effort",
		"Duration",
		"Effort",
		"Effort Estimate",
		"Time",
		"Timeline",
		"Total Estimated Time",
		"Total Time",
		"Total Effort",
		"Total Duration",
		"Aufwand",
		"Dauer",
		"Duración",
		"Estimación",
		"Durée",
		"Estimation",
		"Duração",
		"Estimativa",
		"Оценка",
		"Срок",
		"预计",
		"预计时间",
		"工期",
	],
	owner: [
		"Owner",
		"Owners",
		"Author",
		"Authors",
		"Assignee",
		"Assigned to",
		"Responsible",
		"Verantwortlich",
		"Autor",
		"Responsable",
		"Ответственный",
		"负责人",
		"作者",
	],
	lastUpdated: [
		"Last Updated",
		"Updated",
		"Last Update",
		"Last Modified",
		"Last Reviewed",
		"Zuletzt aktualisiert",
		"Aktualisiert",
		"Última actualización",
		"Dernière mise à jour",
		"Última atualização",
		"Обновлено",
		"最后更新",
		"更新时间",
	],
	priority: ["Priority", "Priorität", "Prioridad", "Priorité", "Prioridade", "Приоритет", "优先级"],
	rollback: ["Rollback", "Rollback Plan", "Rollback Strategy", "Undo", "Revert", "Rollback Steps"],
	commands: ["Commands", "Command", "Run", "Befehle", "Comandos", "Commandes", "Команды", "命令"],
	branch: ["Branch", "Feature Branch", "Rama", "Branche", "Ветка", "分支"],
	plan: ["Plan", "Parent Plan", "Plan File"],
	notes: ["Note", "Notes", "Hinweis", "Notas", "Remarques", "Примечание", "备注"],
};

/** What the template writes, where that differs from the first wording above. */
const FIELD_TITLES: { readonly [name in FieldName]?: string } = { dependsOn: "Depends on" };

interface StatusTable {
	/** Said of nothing but a state. */
	readonly states: readonly string[];
	/** Also an ordinary title or noun. */
	readonly titles: readonly string[];
	/** Also an adjective before a noun ("Complete framework"). */
	readonly adjectives: readonly string[];
	/** Emoji and marks. */
	readonly marks: readonly string[];
}

const STATUSES: Readonly<Record<Tier, StatusTable>> = {
	planned: {
		states: [
			"planned",
			"not started",
			"not yet started",
			"not begun",
			"not yet begun",
			"not implemented",
			"not yet implemented",
			"unstarted",
			"todo",
			"to do",
			"pending",
			"proposed",
			"approved",
			"accepted",
			"queued",
			"upcoming",
			"scheduled",
			"in planning",
			"to be started",
			"to be done",
			"geplant",
			"in planung",
			"nicht begonnen",
			"nicht gestartet",
			"ausstehend",
			"offen",
			"planificado",
			"planeado",
			"pendiente",
			"no iniciado",
			"sin empezar",
			"por hacer",
			"prévu",
			"planifié",
			"à faire",
			"non commencé",
			"planejado",
			"pendente",
			"não iniciado",
			"a fazer",
			"запланировано",
			"запланирован",
			"не начато",
			"не начат",
			"к выполнению",
			"待做",
			"待办",
			"待开始",
			"待处理",
			"未开始",
			"未实施",
			"计划中",
			"规划中",
		],
		titles: [
			"planning",
			"planning phase",
			"draft",
			"initial draft",
			"proposal",
			"ready",
			"backlog",
			"concept",
			"entwurf",
			"konzept",
			"planung",
			"borrador",
			"brouillon",
			"rascunho",
			"черновик",
			"草案",
			"草稿",
		],
		adjectives: [],
		marks: ["⭕", "⬜", "📋", "🔜", "☐"],
	},
	active: {
		states: [
			"in progress",
			"inprogress",
			"work in progress",
			"wip",
			"ongoing",
			"underway",
			"under way",
			"in review",
			"under review",
			"ready for review",
			"in development",
			"under development",
			"in implementation",
			"in arbeit",
			"in bearbeitung",
			"laufend",
			"en progreso",
			"en curso",
			"en proceso",
			"en cours",
			"em andamento",
			"em progresso",
			"в работе",
			"в процессе",
			"进行中",
			"开发中",
			"实施中",
			"实现中",
		],
		titles: ["active", "active development", "started", "implementing", "doing"],
		adjectives: [],
		marks: ["🔄", "🚧", "🏗", "⏳"],
	},
	done: {
		states: [
			"completed",
			"implemented",
			"finished",
			"achieved",
			"already achieved",
			"shipped",
			"landed",
			"merged",
			"delivered",
			"resolved",
			"abgeschlossen",
			"fertig",
			"erledigt",
			"umgesetzt",
			"fertiggestellt",
			"terminado",
			"terminada",
			"completado",
			"completada",
			"hecho",
			"finalizado",
			"terminé",
			"terminée",
			"achevé",
			"livré",
			"concluído",
			"concluída",
			"finalizada",
			"feito",
			"готово",
			"завершено",
			"завершён",
			"завершен",
			"сделано",
			"выполнено",
			"已完成",
			"完成",
			"已实现",
			"已上线",
			"已实施",
		],
		titles: [],
		adjectives: ["done", "complete", "closed", "fixed"],
		marks: ["✅", "☑", "✔", "✓", "🎉"],
	},
	blocked: {
		states: [
			"blocked",
			"on hold",
			"paused",
			"waiting",
			"stalled",
			"suspended",
			"blockiert",
			"pausiert",
			"wartet",
			"wartend",
			"bloqueado",
			"bloqueada",
			"en pausa",
			"en espera",
			"bloqué",
			"en pause",
			"en attente",
			"em pausa",
			"pausado",
			"заблокировано",
			"заблокирован",
			"приостановлено",
			"ожидает",
			"ждёт",
			"ждет",
			"阻塞",
			"已阻塞",
			"暂停",
			"已暂停",
			"暂缓",
			"挂起",
		],
		titles: [],
		adjectives: [],
		marks: ["⛔", "🛑", "⏸"],
	},
	dropped: {
		states: [
			"cancelled",
			"canceled",
			"abandoned",
			"rejected",
			"deferred",
			"deprecated",
			"superseded",
			"dropped",
			"skipped",
			"obsolete",
			"postponed",
			"withdrawn",
			"won't do",
			"wont do",
			"wontfix",
			"won't fix",
			"übersprungen",
			"abgebrochen",
			"verworfen",
			"zurückgestellt",
			"cancelado",
			"cancelada",
			"descartado",
			"aplazado",
			"annulé",
			"abandonné",
			"reporté",
			"adiado",
			"отменено",
			"отменён",
			"отложено",
			"отложен",
			"已取消",
			"取消",
			"已废弃",
			"已放弃",
			"跳过",
			"已跳过",
		],
		titles: [],
		adjectives: [],
		marks: ["🚫", "🗑", "⏭"],
	},
};

const STATUS_FORMS: Readonly<Record<Tier, string>> = {
	planned: "🟡 Planned",
	active: "🔄 In Progress",
	done: "✅ Done",
	blocked: "⛔ Blocked",
	dropped: "🚫 Dropped",
};

/** Singular first; the plurals that people write follow. */
const SERIES: readonly (readonly string[])[] = [
	["phase", "phases", "phasen"],
	["task", "tasks"],
	["step", "steps"],
	["milestone", "milestones"],
	["stage", "stages"],
	["part", "parts"],
	["pr", "prs"],
	["chunk", "chunks"],
	["wave", "waves"],
	["slice", "slices"],
	["fase", "fases"],
	["étape", "étapes", "etape", "etapes"],
	["etapa", "etapas"],
	["schritt", "schritte"],
	["этап", "этапы", "этапа", "этапов"],
	["фаза", "фазы", "фаз"],
	["阶段"],
	["步骤"],
];

const CALENDAR: readonly string[] = [
	"week",
	"weeks",
	"day",
	"days",
	"sprint",
	"sprints",
	"month",
	"months",
	"quarter",
	"quarters",
	"year",
	"years",
	"iteration",
	"iterations",
	"woche",
	"wochen",
	"tag",
	"tage",
	"monat",
	"monate",
	"semana",
	"semanas",
	"día",
	"días",
	"dia",
	"dias",
	"mes",
	"meses",
	"mês",
	"semaine",
	"semaines",
	"jour",
	"jours",
	"mois",
	"неделя",
	"недели",
	"день",
	"месяц",
	"спринт",
];

const ABOUT: readonly string[] = [
	"acceptance",
	"achievements",
	"additions",
	"architecture",
	"artifacts",
	"assessment",
	"audit",
	"baseline",
	"checklist",
	"checkpoint",
	"close-out",
	"closeout",
	"commands",
	"commit",
	"complete",
	"completed",
	"completion",
	"conclusion",
	"criteria",
	"deliverables",
	"dependencies",
	"details",
	"done",
	"evaluation",
	"evidence",
	"execution",
	"exit",
	"features",
	"files",
	"gate",
	"gates",
	"goals",
	"implementation",
	"items",
	"kpis",
	"manual",
	"metrics",
	"milestones",
	"next",
	"notes",
	"objectives",
	"outcome",
	"outcomes",
	"outputs",
	"overview",
	"preview",
	"progress",
	"qa",
	"recap",
	"report",
	"requirements",
	"results",
	"retrospective",
	"review",
	"risks",
	"rollback",
	"scope",
	"sign-off",
	"status",
	"success",
	"summary",
	"tasks",
	"tests",
	"timeline",
	"total",
	"update",
	"updates",
	"validation",
	"verification",
];

const NONE: readonly string[] = [
	"none",
	"no",
	"nothing",
	"nil",
	"null",
	"n/a",
	"na",
	"n.a.",
	"n.a",
	"not applicable",
	"no dependencies",
	"no dependency",
	"none required",
	"none needed",
	"nobody",
	"independent",
	"keine",
	"keiner",
	"keins",
	"nichts",
	"ninguna",
	"ninguno",
	"nada",
	"aucune",
	"aucun",
	"rien",
	"nenhuma",
	"nenhum",
	"нет",
	"无",
	"無",
	"没有",
	"∅",
];

const WRITE_VERBS: readonly (readonly string[])[] = [
	["create", "creates", "created", "creating"],
	["add", "adds", "added", "adding"],
	["implement", "implements", "implemented", "implementing"],
	["write", "writes", "wrote", "written", "writing"],
	["build", "builds", "built", "building"],
	["generate", "generates", "generated", "generating"],
	["introduce", "introduces", "introduced", "introducing"],
	["scaffold", "scaffolds", "scaffolded", "scaffolding"],
	["extend", "extends", "extended", "extending"],
	["update", "updates", "updated", "updating"],
	["modify", "modifies", "modified", "modifying"],
	["change", "changes", "changed", "changing"],
	["edit", "edits", "edited", "editing"],
	["refactor", "refactors", "refactored", "refactoring"],
	["rewrite", "rewrites", "rewrote", "rewritten", "rewriting"],
	["replace", "replaces", "replaced", "replacing"],
	["fix", "fixes", "fixed", "fixing"],
	["append", "appends", "appended", "appending"],
	["insert", "inserts", "inserted", "inserting"],
	["move", "moves", "moved", "moving"],
	["rename", "renames", "renamed", "renaming"],
	["extract", "extracts", "extracted", "extracting"],
	["split", "splits", "splitting"],
	["delete", "deletes", "deleted", "deleting"],
	["remove", "removes", "removed", "removing"],
	["drop", "drops", "dropped", "dropping"],
	["migrate", "migrates", "migrated", "migrating"],
	["erstellen", "erstelle", "anlegen", "lege"],
	["ändern", "ändere", "anpassen", "erweitern", "löschen", "entfernen", "verschieben", "umbenennen"],
	["crear", "crea", "añadir", "agregar", "modificar", "actualizar", "eliminar", "mover", "implementar"],
	["créer", "ajouter", "modifier", "supprimer", "déplacer", "renommer"],
	["criar", "adicionar", "atualizar", "remover"],
	["создать", "добавить", "изменить", "обновить", "удалить", "переименовать"],
	["创建", "新建", "添加", "修改", "更新", "删除", "移动", "重命名", "实现"],
];

const READ_VERBS: readonly (readonly string[])[] = [
	["read", "reads", "reading"],
	["see", "sees"],
	["use", "uses", "used", "using"],
	["import", "imports", "imported", "importing"],
	["reuse", "reuses", "reusing"],
	["review", "reviews", "reviewing"],
	["check", "checks", "checking"],
	["inspect", "inspects", "inspecting"],
	["follow", "follows", "following"],
	["consult", "call", "calls", "run", "runs", "running", "execute"],
	["based", "like", "per", "from", "via"],
	["lesen", "siehe", "verwenden", "leer", "ver", "usar", "lire", "voir", "utiliser", "ler", "читать", "см"],
	["参考", "查看", "阅读", "使用"],
];

const VAGUE_CHECK_WORDS: readonly string[] = [
	...[
		"a",
		"an",
		"and",
		"are",
		"as",
		"at",
		"be",
		"by",
		"do",
		"does",
		"each",
		"for",
		"how",
		"i",
		"if",
		"in",
		"is",
		"it",
		"its",
		"of",
		"on",
	],
	...[
		"or",
		"our",
		"so",
		"that",
		"the",
		"then",
		"there",
		"these",
		"this",
		"to",
		"via",
		"we",
		"will",
		"with",
		"works",
		"work",
		"working",
	],
	...[
		"test",
		"tests",
		"tested",
		"testing",
		"unit",
		"integration",
		"manual",
		"manually",
		"automated",
		"basic",
		"thorough",
		"thoroughly",
	],
	...[
		"check",
		"checks",
		"checked",
		"checking",
		"verify",
		"verified",
		"verifies",
		"verification",
		"validate",
		"validated",
		"validation",
	],
	...[
		"ensure",
		"confirm",
		"make",
		"sure",
		"review",
		"reviewed",
		"qa",
		"quality",
		"assurance",
		"sanity",
		"strategy",
		"approach",
		"plan",
	],
	...[
		"all",
		"any",
		"everything",
		"anything",
		"some",
		"various",
		"etc",
		"needed",
		"necessary",
		"required",
		"appropriate",
		"possible",
		"later",
	],
	...[
		"code",
		"feature",
		"features",
		"functionality",
		"functionalities",
		"functional",
		"function",
		"functions",
		"implementation",
		"implemented",
	],
	...[
		"change",
		"changes",
		"phase",
		"step",
		"steps",
		"task",
		"tasks",
		"system",
		"solution",
		"component",
		"components",
		"result",
		"results",
	],
	...[
		"correct",
		"correctly",
		"proper",
		"properly",
		"expected",
		"intended",
		"well",
		"fine",
		"good",
		"ok",
		"okay",
		"complete",
		"completed",
		"done",
	],
	...[
		"comprehensive",
		"comprehensively",
		"extensive",
		"full",
		"fully",
		"user",
		"users",
		"uat",
		"feedback",
		"usability",
		"regression",
		"regressions",
	],
	...[
		"existing",
		"previous",
		"previously",
		"performance",
		"security",
		"compatibility",
		"reliability",
		"stability",
		"smoke",
		"e2e",
		"end",
		"load",
		"stress",
		"edge",
	],
	...[
		"cases",
		"case",
		"scenarios",
		"requirements",
		"criteria",
		"acceptance",
		"met",
		"bugs",
		"issues",
		"errors",
		"problems",
		"no",
		"without",
	],
	...[
		"und",
		"der",
		"die",
		"das",
		"alles",
		"alle",
		"testen",
		"prüfen",
		"geprüft",
		"funktioniert",
		"funktionieren",
		"manuell",
		"korrekt",
		"wie",
		"erwartet",
	],
	...[
		"todo",
		"y",
		"el",
		"la",
		"los",
		"las",
		"que",
		"probar",
		"pruebas",
		"verificar",
		"funciona",
		"funcionan",
		"correctamente",
		"manuales",
	],
	...[
		"et",
		"le",
		"les",
		"tout",
		"tester",
		"vérifier",
		"fonctionne",
		"correctement",
		"tudo",
		"testar",
		"testes",
		"corretamente",
	],
	...["и", "всё", "все", "проверить", "тестирование", "тесты", "работает", "корректно", "测试", "验证", "检查"],
];

const NO_WORK: readonly string[] = [
	"open questions",
	"open question",
	"questions",
	"future",
	"future work",
	"future enhancements",
	"future improvements",
	"future considerations",
	"future extensions",
	"deferred",
	"deferred items",
	"deferred work",
	"optional",
	"optional tasks",
	"optional enhancements",
	"stretch",
	"stretch goals",
	"nice to have",
	"backlog",
	"manual",
	"manual checks",
	"manual testing",
	"manual verification",
	"manual qa",
	"post merge",
	"post merge checks",
	"after merge",
	"post launch",
	"post deployment",
	"out of scope",
	"non goals",
	"not in scope",
	"rejected",
	"rejected alternatives",
	"rejected options",
	"alternatives",
	"alternatives considered",
	"follow ups",
	"follow up",
	"parking lot",
	"ideas",
	"legend",
	"offene fragen",
	"zukunft",
	"ausblick",
	"preguntas abiertas",
	"trabajo futuro",
	"fuera de alcance",
	"questions ouvertes",
	"hors périmètre",
	"trabalhos futuros",
	"fora do escopo",
	"открытые вопросы",
	"вне рамок",
	"开放问题",
	"未来工作",
	"待定",
];

/** First words that make a heading one of those, whatever follows (`Future: mobile`, `Optional Line Count Reductions`). */
const NO_WORK_FIRST: ReadonlySet<string> = new Set(["future", "deferred", "optional", "stretch"]);

/** How many wordings a vocabulary remembers; a hostile document cannot make it grow without end. */
const MOST_KNOWN_WORDINGS = 4096;

const MARKS_AND_JOINERS = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{FE0E}\u{FE0F}\u200D\u20E3\uFFFD]/gu;
const NOT_WORD = /[^\p{L}\p{N}\p{M}'/∅]+/gu;
const NO_WORK_NOTE = /[([（]\s*(?:optional|deferred|stretch|manual|future|post-merge|not selected|rejected)\b/iu;
const PLAIN_WORDS = /^[A-Za-z]+(?: [A-Za-z]+)*$/;
const SECTION_NUMBER = /^(?:§\s?)?\d{1,3}(?:\.\d{1,3}){0,4}[.)]?\s+(?=\S)/u;

/** Mark without its variation selector: `✔︎`, `✔️` and `✔` are one. */
function bareMark(mark: string): string {
	return mark.replace(/[\u{FE0E}\u{FE0F}]/gu, "");
}

/**
 * The key under which a name is kept and looked up: lower case, without emoji, section number, punctuation around it
 * and extra white space; `&` reads as `and`.
 */
export function normaliseName(text: string): string {
	// Most names are a few plain words, and this is asked of every heading and label.
	if (PLAIN_WORDS.test(text)) return text.toLowerCase();
	const bare = text
		.normalize("NFC")
		.replace(MARKS_AND_JOINERS, " ")
		.replace(/&/g, " and ")
		.replace(/[’‘]/g, "'")
		.replace(/^[\s*_~#:>.\-–—]+/u, "")
		.replace(SECTION_NUMBER, "");
	return bare.toLowerCase().replace(NOT_WORD, " ").trim();
}

/** The text without a note in brackets at its end: `Success Criteria (MVP)` → `Success Criteria`. */
function withoutTrailingNote(text: string): string | undefined {
	const trimmed = text.replace(/[\s:：.*_]+$/u, "");
	const last = trimmed.at(-1);
	const opening = last === ")" ? "(" : last === "]" ? "[" : last === "）" ? "（" : undefined;
	if (opening === undefined) return undefined;
	const at = trimmed.lastIndexOf(opening);
	return at > 0 ? trimmed.slice(0, at) : undefined;
}

/** A longer text names nothing: it is a paragraph. */
const MAX_TEXT_LENGTH = 200;

/** The longest name worth comparing: what is longer is a sentence, and the distance is quadratic in it. */
const MAX_NAME_LENGTH = 48;

/** Optimal string alignment distance (Damerau–Levenshtein without repeated edits), or `limit + 1` if it is larger. */
function editDistance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let beforeLast: number[] = [];
	let last: number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row: number[] = [i];
		let smallest = i;
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
			}
			row.push(cost);
			if (cost < smallest) smallest = cost;
		}
		if (smallest > limit) return limit + 1;
		beforeLast = last;
		last = row;
	}
	return last[b.length] ?? limit + 1;
}

/** The closest key within two edits and a quarter of the length of what was written. */
function nearest<Name extends string>(
	written: string,
	names: ReadonlyMap<string, Name>,
): NearestName<Name> | undefined {
	if (written.length < 4 || written.length > MAX_NAME_LENGTH || names.has(written)) return undefined;
	const limit = Math.min(2, Math.floor(written.length / 4));
	let best: NearestName<Name> | undefined;
	for (const [wording, name] of names) {
		if (Math.abs(wording.length - written.length) > limit) continue;
		// Two slips seldom hit both ends, and comparing ends is cheap.
		if (wording[0] !== written[0] && wording.at(-1) !== written.at(-1)) continue;
		const distance = editDistance(written, wording, best === undefined ? limit : best.distance - 1);
		if (distance <= limit && (best === undefined || distance < best.distance)) best = { name, wording, distance };
	}
	return best;
}

function nameMap<Name extends string>(
	table: Readonly<Record<Name, readonly string[]>>,
	extension: { readonly [name in Name]?: readonly string[] | undefined } | undefined,
): Map<string, Name> {
	const map = new Map<string, Name>();
	const names = Object.keys(table) as Name[];
	// What the team said comes first: it may give a built-in wording another meaning.
	for (const name of names) for (const wording of extension?.[name] ?? []) map.set(normaliseName(wording), name);
	for (const name of names) {
		for (const wording of table[name]) {
			const key = normaliseName(wording);
			if (!map.has(key)) map.set(key, name);
		}
	}
	map.delete("");
	return map;
}

const TIERS: readonly Tier[] = ["planned", "active", "done", "blocked", "dropped"];

/** Words of a wording as the status reader splits them. */
function splitWords(text: string): string[] {
	return text
		.normalize("NFC")
		.toLowerCase()
		.replace(MARKS_AND_JOINERS, " ")
		.replace(/[’‘]/g, "'")
		.split(/[^\p{L}\p{N}\p{M}']+/u)
		.filter((word) => word !== "");
}

const IS_MARK = /^\P{L}*$/u;

/**
 * The table, with what a config adds to it.
 *
 * @param extension more names of sections, fields, statuses and series, and the team's own status forms; a wording
 * that is given here means what is said here, also where the built-in table says otherwise.
 */
export function createVocabulary(extension?: VocabularyExtension): Vocabulary {
	const sections = nameMap(SECTIONS, extension?.sections);
	const fields = nameMap(FIELDS, extension?.fields);
	const series = new Map<string, string>();
	for (const forms of SERIES) for (const form of forms) series.set(form, forms[0] ?? form);
	for (const word of extension?.series ?? []) {
		const key = normaliseName(word);
		if (key !== "" && !series.has(key)) {
			series.set(key, key);
			if (!series.has(`${key}s`)) series.set(`${key}s`, key);
		}
	}
	const calendar = new Set(CALENDAR);
	for (const word of series.keys()) calendar.delete(word);
	const about = new Set(ABOUT);
	const none = new Set(NONE);
	const writeVerbs = new Set(WRITE_VERBS.flat());
	const readVerbs = new Set(READ_VERBS.flat());
	const vagueCheckWords = new Set(VAGUE_CHECK_WORDS);
	const noWork = new Set(NO_WORK);
	const marks = new Map<string, Tier>();
	const wordings = new Map<string, StatusWording>();
	let longestWording = 1;
	const addWording = (text: string, tier: Tier, alsoTitle: boolean, alsoAdjective: boolean): void => {
		const words = splitWords(text);
		if (words.length === 0) return;
		const key = words.join(" ");
		if (wordings.has(key)) return;
		wordings.set(key, { tier, length: words.length, alsoTitle, alsoAdjective });
		longestWording = Math.max(longestWording, words.length);
	};
	for (const tier of TIERS) {
		for (const wording of extension?.statuses?.[tier] ?? []) {
			const bare = wording.trim();
			if (bare !== "" && IS_MARK.test(bare)) marks.set(bareMark(bare), tier);
			else addWording(wording, tier, false, false);
		}
	}
	// The words of the team's own form of a tier are that tier; its emoji is decoration unless `statuses` says more.
	for (const tier of TIERS) {
		const form = extension?.statusForms?.[tier];
		if (form !== undefined) addWording(form, tier, false, false);
	}
	for (const tier of TIERS) {
		const table = STATUSES[tier];
		for (const wording of table.states) addWording(wording, tier, false, false);
		for (const wording of table.titles) addWording(wording, tier, true, false);
		for (const wording of table.adjectives) addWording(wording, tier, false, true);
		for (const mark of table.marks) if (!marks.has(mark)) marks.set(mark, tier);
	}

	const lookUp = <Name extends string>(
		names: ReadonlyMap<string, Name>,
		known: Map<string, Name | undefined>,
		text: string,
	): Name | undefined => {
		if (text.length > MAX_TEXT_LENGTH) return undefined;
		// Labels come back in every phase and every plan: each wording is taken apart once.
		if (known.has(text)) return known.get(text);
		const name = findName(names, text);
		if (known.size >= MOST_KNOWN_WORDINGS) known.clear();
		// A copy: a slice would keep the whole document it was read from.
		known.set(JSON.parse(JSON.stringify(text)) as string, name);
		return name;
	};
	const findName = <Name extends string>(names: ReadonlyMap<string, Name>, text: string): Name | undefined => {
		const found = names.get(normaliseName(text));
		if (found !== undefined) return found;
		const shorter = withoutTrailingNote(text);
		return shorter === undefined ? undefined : names.get(normaliseName(shorter));
	};
	const nearestIn = <Name extends string>(
		names: ReadonlyMap<string, Name>,
		text: string,
	): NearestName<Name> | undefined => (text.length > MAX_TEXT_LENGTH ? undefined : nearest(normaliseName(text), names));
	const word = (text: string): string => (/[^\u0000-\u007F]/.test(text) ? text.normalize("NFC") : text).toLowerCase();

	const knownSections = new Map<string, SectionName | undefined>();
	const knownFields = new Map<string, FieldName | undefined>();
	return {
		section: (text) => lookUp(sections, knownSections, text),
		field: (label) => lookUp(fields, knownFields, label),
		nearestSection: (text) =>
			lookUp(sections, knownSections, text) === undefined ? nearestIn(sections, text) : undefined,
		nearestField: (label) => (lookUp(fields, knownFields, label) === undefined ? nearestIn(fields, label) : undefined),
		sectionTitle: (name) => SECTIONS[name][0] ?? name,
		fieldTitle: (name) => FIELD_TITLES[name] ?? FIELDS[name][0] ?? name,
		isSeriesWord: (text) => series.has(word(text)),
		seriesWord: (text) => series.get(word(text)),
		nearestSeriesWord: (text) => nearest(word(text), series),
		isCalendarWord: (text) => calendar.has(word(text)),
		isAboutWord: (text) => about.has(word(text)),
		isNone: (text) => {
			if (text.length > MAX_NAME_LENGTH) return false;
			const bare = text
				.normalize("NFC")
				.toLowerCase()
				.replace(/^[\s*_`"'.,;:!]+/u, "")
				.replace(/[\s*_`"',;:!。]+$/u, "");
			if (none.has(bare) || none.has(bare.replace(/\.$/, ""))) return true;
			return bare !== "" && /^[-–—/∅×✗❌]{1,4}$/u.test(bare);
		},
		statusWording: (words, at) => {
			for (let length = Math.min(longestWording, words.length - at); length > 0; length--) {
				const found = wordings.get(length === 1 ? (words[at] ?? "") : words.slice(at, at + length).join(" "));
				if (found !== undefined) return found;
			}
			return undefined;
		},
		nearestStatus: (text) => {
			const words = splitWords(text);
			return wordings.has(words[0] ?? "")
				? undefined
				: nearest(words.join(" "), new Map([...wordings].map(([wording, { tier }]) => [wording, tier] as const)));
		},
		markTier: (mark) => marks.get(bareMark(mark)),
		statusForm: (tier) => extension?.statusForms?.[tier] ?? STATUS_FORMS[tier],
		isWriteVerb: (text) => writeVerbs.has(word(text)),
		isReadVerb: (text) => readVerbs.has(word(text)),
		isVagueCheckWord: (text) => vagueCheckWords.has(word(text)),
		isNoWorkSection: (text) => {
			if (text.length > MAX_TEXT_LENGTH) return false;
			const key = normaliseName(text).replaceAll("-", " ");
			if (noWork.has(key)) return true;
			const space = key.indexOf(" ");
			if (NO_WORK_FIRST.has(space < 0 ? key : key.slice(0, space))) return true;
			return NO_WORK_NOTE.test(text);
		},
	};
}
