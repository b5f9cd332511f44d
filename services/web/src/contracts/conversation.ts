import type { components } from "./generated/messaging-api";
import type { Entry } from "./generated/server-frames";

export type { ClientFrame } from "./generated/client-frames";
export type {
  FrameClosedCode,
  FrameRefusalCode,
  Mark,
  ServerFrame,
} from "./generated/server-frames";

/** What somebody has said in a room: an entry, of whichever kind. */
export type Message = Entry;

/** `GET /api/conversations/{roomId}/messages`: ascending, with where the older page ends. */
export interface MessagePage {
  items: Message[];
  /** Where the next older page ends; null or absent at the beginning. */
  nextBefore?: number | null;
}

/** `GET /api/conversations/{roomId}/written` */
export type Written = components["schemas"]["Written"];

/** Why the server ends a socket. 1009 and 4408 are met by connecting again. */
export const SESSION_ENDED = 4401;
/** The person has as many sockets as one may have. */
export const TOO_MANY_SOCKETS = 4430;

/** Characters (code points) in one message. */
export const MESSAGE_LIMIT = 8000;
