// How long a test waits for what must come before it calls it missing: long, for a machine that is busy with other work.
// What comes is seen at once; nothing waits this long but a test that fails.

/** In milliseconds. */
export const patience = 90_000;
