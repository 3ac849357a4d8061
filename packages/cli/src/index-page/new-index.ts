/** An index that lists nothing yet; entries go to the group that fits the status of their plan. */
export const NEW_INDEX = `# Plans

## Active Plans

## Completed Plans
`;
