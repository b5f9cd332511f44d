import type { Me } from "./people";

/** `GET /auth/session` */
export type SessionAnswer =
  { signedIn: false } | { signedIn: true; csrfToken: string; expiresAt: string; me: Me };

/** `POST /auth/ticket`: one socket, 30 seconds, this session only. */
export interface Ticket {
  ticket: string;
  expiresAt: string;
}
