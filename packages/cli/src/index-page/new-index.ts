/** An index that lists nothing yet; entries go to the group that fits the status of their plan. */
export const NEW_INDEX = `# Plans

Each plan stands here once, under the heading for its state. \`acid-plans new "Title"\` adds a plan and its entry.

## Active Plans

## Planned Plans

## Completed Plans
`;
