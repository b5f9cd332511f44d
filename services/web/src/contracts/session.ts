import type { Me } from "./people";

/** `GET /auth/session` */
export type SessionAnswer =
  { signedIn: false } | ({ signedIn: true; csrfToken: string; me: Me } & Lasting);

/** `POST /auth/activity`: how long the session lasts now. `mayStay`: doing something moves that. */
export interface Lasting {
  expiresAt: string;
  secondsLeft: number;
  mayStay: boolean;
}

/** `GET /auth/sessions` */
export interface OwnSession {
  sessionId: string;
  current: boolean;
  startedAt: string;
  activeAt: string;
  browser: "CHROME" | "EDGE" | "FIREFOX" | "OPERA" | "SAFARI" | "SAMSUNG" | "OTHER";
  system: "ANDROID" | "IPAD" | "IPHONE" | "LINUX" | "MAC" | "WINDOWS" | "OTHER";
}

/** `POST /auth/ticket`: one socket, 30 seconds, this session only. */
export interface Ticket {
  ticket: string;
  expiresAt: string;
}
