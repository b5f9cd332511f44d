/**
 * The texts that somebody may meet who is not signed in. The rest is fetched with what is behind the
 * sign-in (build/texts.ts); checks/texts.mjs sees that the app can do without it until then.
 */
export const FIRST: readonly string[] = [
  "emergency",
  "language",
  "session",
  "shell",
  "signIn",
  "trouble",
  "busy",
  "unreachable",
  "upgrade",
];
