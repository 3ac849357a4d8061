import type { Located, SourceRange, TextEdit } from "@acid-plans/model";

/** The messages of a rule: by id, with placeholders as in `Phase {{phase}} …`. */
export type Messages = Readonly<Record<string, string>>;

type Trimmed<Text extends string> = Text extends ` ${infer Rest}` | `${infer Rest} ` ? Trimmed<Rest> : Text;

/** The names of the placeholders of a message. */
export type Placeholder<Message extends string> = Message extends `${string}{{${infer Name}}}${infer Rest}`
	? Trimmed<Name> | Placeholder<Rest>
	: never;

/** What a message needs to be told: every placeholder of it, and nothing else. */
export type MessageData<Message extends string> = { readonly [Name in Placeholder<Message>]: string | number };

/** The ids of messages, as strings. */
export type MessageId<M extends Messages> = keyof M & string;

/** An edit that the author may choose, with a sentence that says what it does. */
export type Suggestion<M extends Messages> = {
	[Id in MessageId<M>]: { readonly messageId: Id; readonly edits: readonly TextEdit[] } & ([
		Placeholder<M[Id]>,
	] extends [never]
		? { readonly data?: undefined }
		: { readonly data: MessageData<M[Id]> });
}[MessageId<M>];

/** What would mend a finding. Rules that do not declare `fixable` or `hasSuggestions` cannot offer any. */
export type Remedy<M extends Messages, Fixable, Suggests> = ([Fixable] extends [undefined]
	? unknown
	: {
			/** Applied by `--fix`: safe, local, and with nothing left to do the second time. No edits: no fix. */
			readonly fix?: readonly TextEdit[] | undefined;
		}) &
	([Suggests] extends [undefined] ? unknown : { readonly suggest?: readonly Suggestion<M>[] | undefined });

type Arguments<Message extends string, R> = [Placeholder<Message>] extends [never]
	? [data?: Readonly<Record<string, never>>, remedy?: R]
	: [data: MessageData<Message>, remedy?: R];

/** Reports a part of the plan; the part brings its own place. */
export type Report<M extends Messages, Fixable = undefined, Suggests = undefined> = <Id extends MessageId<M>>(
	part: Located | SourceRange,
	messageId: Id,
	...rest: Arguments<M[Id], Remedy<M, Fixable, Suggests>>
) => void;
