/** Where the menu leads to; an address alone signs nobody out. */
export const SIGN_OUT = { to: "/sign-out", state: { asked: true } };
