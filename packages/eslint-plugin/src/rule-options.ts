/** A single value. */
export type ScalarSchema =
	| { readonly type: "boolean" }
	| { readonly type: "integer" | "number"; readonly minimum?: number; readonly maximum?: number }
	| { readonly type: "string"; readonly minLength?: number }
	| { readonly enum: readonly (string | number | boolean)[] };

/** A list of values, or a table of values or lists by name. */
export type ListSchema = {
	readonly type: "array";
	readonly items: ScalarSchema;
	readonly uniqueItems?: boolean;
	readonly minItems?: number;
};
export type TableSchema = { readonly type: "object"; readonly additionalProperties: ScalarSchema | ListSchema };

/** The part of JSON Schema that options of our rules are written in; it does not nest, so that its values have a type. */
export type OptionSchema =
	ScalarSchema | ListSchema | TableSchema | { readonly anyOf: readonly (ScalarSchema | ListSchema)[] };

type ScalarValue<Schema> = Schema extends { readonly enum: readonly (infer Value)[] }
	? Value
	: Schema extends { readonly type: "boolean" }
		? boolean
		: Schema extends { readonly type: "integer" | "number" }
			? number
			: Schema extends { readonly type: "string" }
				? string
				: never;

type ListValue<Schema> = Schema extends { readonly type: "array"; readonly items: infer Item }
	? readonly ScalarValue<Item>[]
	: ScalarValue<Schema>;

/** The type of the values that a schema lets through. */
export type OptionValue<Schema> = Schema extends { readonly anyOf: readonly (infer Alternative)[] }
	? ListValue<Alternative>
	: Schema extends { readonly type: "object"; readonly additionalProperties: infer Member }
		? { readonly [name: string]: ListValue<Member> }
		: ListValue<Schema>;

/** Schemas by the name of their option. */
export type OptionSchemas = Readonly<Record<string, OptionSchema>>;

/** An option of a rule: what it is for, what it may be and what it is when nobody says. */
export interface OptionDefinition<Schema extends OptionSchema> extends AnyOptionDefinition {
	readonly schema: Schema;
	readonly default: OptionValue<Schema>;
}

/** An option of any type. */
export interface AnyOptionDefinition {
	readonly description: string;
	readonly schema: OptionSchema;
	readonly default: unknown;
}

/** The options of a rule as `definePlanRule` takes them. */
export type OptionDefinitions<Schemas extends OptionSchemas> = {
	readonly [Name in keyof Schemas]: OptionDefinition<Schemas[Name]>;
};

/** The options of a rule as its `check` sees them: every one has a value. */
export type Options<Schemas extends OptionSchemas> = { readonly [Name in keyof Schemas]: OptionValue<Schemas[Name]> };

/** The only schema form we use: one object that takes no unknown option. */
export interface ObjectSchema {
	readonly type: "object";
	readonly properties: Readonly<Record<string, OptionSchema & { readonly description: string }>>;
	readonly additionalProperties: false;
}

/** The schema of a rule's options for ESLint. */
export function objectSchema(options: Readonly<Record<string, AnyOptionDefinition>>): ObjectSchema {
	const properties: Record<string, OptionSchema & { description: string }> = {};
	for (const [name, { description, schema }] of Object.entries(options)) properties[name] = { ...schema, description };
	return { type: "object", properties, additionalProperties: false };
}

/** The values that hold where the user says nothing. */
export function optionDefaults(options: Readonly<Record<string, AnyOptionDefinition>>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
}
