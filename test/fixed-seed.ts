import fc from "fast-check";

// A change is not to be blamed for what chance finds: CI draws the same cases every time, everybody else new ones.
if (process.env["CI"] !== undefined) fc.configureGlobal({ seed: 20261122 });
