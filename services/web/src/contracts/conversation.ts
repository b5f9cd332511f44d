export interface Message {
  roomId: string;
  seq: number;
  messageId: string;
  clientId: string;
  senderId: string;
  organisationId?: string;
  kind: "TEXT";
  body: string;
  sentAt: string;
  accessEpoch: number;
}

/** `GET /api/conversations/{roomId}/messages`: ascending, with where the older page ends. */
export interface MessagePage {
  items: Message[];
  /** Where the next older page ends; null or absent at the beginning. */
  nextBefore?: number | null;
}

/** How far somebody has read. */
export interface Mark {
  personId: string;
  seq: number;
  at: string;
}

export type ClientFrame =
  | { type: "hello"; rooms: { roomId: string; afterSeq: number }[] }
  | { type: "open"; roomId: string; afterSeq?: number }
  | { type: "close"; roomId: string }
  | { type: "send"; roomId: string; clientId: string; body: string }
  | { type: "read"; roomId: string; seq: number }
  | { type: "typing"; roomId: string }
  | { type: "ping" };

export type ServerFrame =
  | {
      type: "welcome";
      personId: string;
      sessionEndsAt: string;
      rooms: { roomId: string; lastSeq: number; readSeq: number }[];
    }
  | {
      type: "opened";
      roomId: string;
      accessEpoch: number;
      lastSeq: number;
      mayWrite: boolean;
      messages: Message[];
      more: boolean;
      marks: Mark[];
    }
  | { type: "message"; message: Message }
  | { type: "activity"; roomId: string; lastSeq: number }
  | {
      type: "accepted";
      roomId: string;
      clientId: string;
      seq: number;
      messageId: string;
      sentAt: string;
    }
  | { type: "refused"; roomId: string; clientId?: string; code: string }
  | ({ type: "marked"; roomId: string } & Mark)
  | { type: "typing"; roomId: string; personId: string }
  | { type: "access-changed"; roomId: string; accessEpoch: number }
  | { type: "closed"; roomId: string; code: string }
  | { type: "error"; code: string }
  | { type: "pong" };

/** Why the server ends a socket. 1009 and 4408 are met by connecting again. */
export const SESSION_ENDED = 4401;

/** Characters (code points) in one message. */
export const MESSAGE_LIMIT = 8000;
