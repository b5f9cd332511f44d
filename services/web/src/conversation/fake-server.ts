import type {
  ClientFrame,
  FrameRefusalCode,
  Message,
  ServerFrame,
} from "../contracts/conversation";
import { Refusal } from "../gateway/refusal";
import type { KeptAgreement } from "./agreements";
import type { KeptAppointment } from "./appointments";
import type { KeptQuestion, QuestionState } from "./questions";

/** What an opening brings that does not say where from. */
const NEWEST = 50;

/** How a question is to stand; open and asked by who says so, where nothing is said of it. */
interface FakeQuestion {
  about: number;
  addresseeId: string;
  state?: QuestionState;
  askedById?: string;
  wantedBy?: string;
  promisedBy?: string;
  answer?: number;
}

type FakeAppointment = Partial<
  Omit<KeptAppointment, "seq" | "senderId" | "sentAt" | "kind" | "accepts">
>;
type FakeAgreement = Partial<
  Omit<KeptAgreement, "seq" | "senderId" | "sentAt" | "kind" | "response">
>;
type FakeResponse = Required<Pick<KeptAgreement, "about" | "response" | "follows">>;
/** By whom a message had been read until it was changed or taken back, and for whom it is kept. */
interface FakeReaders {
  readBy?: readonly string[];
  keptFor?: readonly string[];
  clientId?: string;
}
type FakeAnswer = Required<Pick<KeptAppointment, "about" | "accepts" | "follows">>;

/** For tests: one room on a server that keeps what it accepts, reached through sockets that can be cut. */
export class FakeServer {
  readonly messages: Message[] = [];
  readonly received: ClientFrame[] = [];
  readonly sockets: FakeSocket[] = [];
  historyAsked = 0;
  /** Keeps the message but loses the answer, this many times. */
  loseAnswers = 0;
  /** Loses live frames, this many. */
  loseMessages = 0;
  /** Does not hear what is sent, this many times. */
  dropSends = 0;
  refuseWith: FrameRefusalCode | undefined;
  /** The room is not mine any more. */
  closed = false;
  tickets = 0;
  /** What I have read. */
  readonly marks: { personId: string; fromSeq: number; seq: number }[] = [];
  private held: (() => void)[] | undefined;

  constructor(
    private readonly roomId: string,
    private readonly myId: string,
  ) {}

  get live(): FakeSocket | undefined {
    return this.sockets.findLast((it) => it.readyState === WebSocket.OPEN);
  }

  connect = (): WebSocket => {
    const socket = new FakeSocket((frame) => {
      const arrives = () => this.onFrame(socket, frame);
      if (this.held) this.held.push(arrives);
      else arrives();
    });
    this.sockets.push(socket);
    queueMicrotask(() => socket.open());
    return socket as unknown as WebSocket;
  };

  ticket = (): Promise<string> => {
    if (this.held) return Promise.reject(new Refusal({ code: "network-unavailable", status: 0 }));
    this.tickets += 1;
    return Promise.resolve("ticket");
  };

  history = (_roomId: string, before: number, limit: number) => {
    this.historyAsked += 1;
    const earlier = this.messages.filter(({ seq }) => seq < before);
    const items = earlier.slice(-limit);
    const nextBefore = items.length < earlier.length ? (items[0]?.seq ?? null) : null;
    return Promise.resolve({ items, nextBefore });
  };

  /** As Chromium does it: open sockets stay open, and what is written to them is held. */
  networkGoes(): void {
    this.held = [];
    window.dispatchEvent(new Event("offline"));
  }

  /** The answer lets arrive, late, what was held. */
  networkComesBack(): () => void {
    const late = this.held ?? [];
    this.held = undefined;
    window.dispatchEvent(new Event("online"));
    return () => late.forEach((arrives) => arrives());
  }

  /** Somebody writes. */
  says(
    senderId: string,
    body: string,
    clientId = `x${this.messages.length}`,
    inResponseTo?: number,
  ): Message {
    const reply = inResponseTo !== undefined && { inResponseTo };
    return this.keeps(senderId, clientId, { class: "VISIBLE", kind: "TEXT", body, ...reply });
  }

  /** Somebody answers a message shortly. */
  acknowledges(senderId: string, about: number, says: string, clientId?: string): Message {
    const said = { class: "AMENDS", kind: "ACKNOWLEDGEMENT", about, says } as const;
    return this.keeps(senderId, clientId ?? `x${this.messages.length}`, said);
  }

  /** Somebody says how a message's question stands. */
  asks(senderId: string, asked: FakeQuestion, clientId?: string): Message {
    const { about, state, askedById, addresseeId, wantedBy, promisedBy, answer } = asked;
    const who = { askedById: askedById ?? senderId, addresseeId };
    return this.keeps(senderId, clientId ?? `x${this.messages.length}`, {
      class: "AMENDS",
      kind: "QUESTION",
      about,
      state: state ?? "OPEN",
      ...who,
      ...(wantedBy !== undefined && { wantedBy }),
      ...(promisedBy !== undefined && { promisedBy }),
      ...(answer !== undefined && { answer }),
    });
  }

  /** Somebody proposes times, or says how they stand. */
  appoints(senderId: string, appointment: FakeAppointment = {}, clientId?: string): Message {
    return this.keeps(senderId, clientId ?? `x${this.messages.length}`, {
      class: "VISIBLE",
      kind: "APPOINTMENT",
      status: "PROPOSED",
      description: "Samtale",
      slots: [{ start: "2027-11-17T10:00", end: "2027-11-17T10:45" }],
      participantIds: ["are", "sara"],
      proposedById: senderId,
      ...appointment,
    });
  }

  /** Somebody says which of the times fit. */
  answersTimes(senderId: string, answer: FakeAnswer, clientId?: string): Message {
    return this.keeps(senderId, clientId ?? `x${this.messages.length}`, {
      class: "AMENDS",
      kind: "APPOINTMENT_RESPONSE",
      ...answer,
    });
  }

  /** Somebody puts in words what is agreed on, or says how it stands. */
  agrees(senderId: string, agreement: FakeAgreement = {}, clientId?: string): Message {
    return this.keeps(senderId, clientId ?? `x${this.messages.length}`, {
      class: "VISIBLE",
      kind: "AGREEMENT",
      status: "ACTIVE",
      description: "Vera sender søknaden",
      participantIds: ["are", "vera"],
      proposedById: senderId,
      ...agreement,
    });
  }

  /** Somebody says whether she agrees. */
  saysWhether(senderId: string, response: FakeResponse, clientId?: string): Message {
    return this.keeps(senderId, clientId ?? `x${this.messages.length}`, {
      class: "AMENDS",
      kind: "AGREEMENT_RESPONSE",
      ...response,
    });
  }

  /** Somebody gives a message of hers other words. */
  edits(senderId: string, about: number, body: string, by: FakeReaders = {}): Message {
    return this.corrects(senderId, { kind: "EDIT", about, body }, by);
  }

  /** Somebody takes a message of hers back. */
  retracts(senderId: string, about: number, by: FakeReaders = {}): Message {
    return this.corrects(senderId, { kind: "RETRACTION", about }, by);
  }

  private corrects(
    senderId: string,
    said: Pick<Message, "kind" | "about" | "body">,
    { readBy = [], keptFor = [senderId, ...readBy], clientId }: FakeReaders,
  ): Message {
    const of = {
      class: "AMENDS" as const,
      ...said,
      readBy: [...readBy],
      keptFor: [...keptFor],
    };
    return this.keeps(senderId, clientId ?? `x${this.messages.length}`, of);
  }

  private keeps(
    senderId: string,
    clientId: string,
    said: Omit<KeptQuestion, "seq" | "sentAt" | "senderId"> &
      Omit<KeptAppointment, "seq" | "senderId" | "sentAt"> &
      Omit<KeptAgreement, "seq" | "senderId" | "sentAt"> &
      Pick<Message, "class" | "body" | "says" | "readBy" | "keptFor" | "inResponseTo">,
  ): Message {
    const message: Message = {
      roomId: this.roomId,
      seq: this.messages.length + 1,
      entryId: `m${this.messages.length + 1}`,
      clientId,
      senderId,
      format: 1,
      ...said,
      sentAt: new Date().toISOString(),
      accessEpoch: 1,
    };
    this.messages.push(message);
    if (this.loseMessages > 0) this.loseMessages -= 1;
    else if (!this.held) this.live?.hear({ type: "message", message });
    return message;
  }

  private onFrame(socket: FakeSocket, frame: ClientFrame): void {
    this.received.push(frame);
    switch (frame.type) {
      case "hello":
        socket.hear({
          type: "welcome",
          personId: this.myId,
          sessionEndsAt: "",
          rooms: this.positions(),
        });
        for (const { afterSeq } of frame.rooms) this.opened(socket, afterSeq);
        break;
      case "open":
        this.opened(socket, frame.afterSeq ?? 0);
        break;
      case "send":
        if (this.dropSends > 0) this.dropSends -= 1;
        else this.accept(socket, frame);
        break;
      case "ping":
        socket.hear({ type: "pong" });
        break;
      case "read":
        this.marks.push({ personId: this.myId, fromSeq: frame.fromSeq ?? 1, seq: frame.seq });
        break;
      case "close":
      case "received":
      case "typing":
        break;
    }
  }

  private opened(socket: FakeSocket, afterSeq: number): void {
    if (afterSeq > this.messages.length) {
      socket.hear({ type: "refused", roomId: this.roomId, code: "seq-unknown" });
      return;
    }
    const after = Math.max(afterSeq, afterSeq === 0 ? this.messages.length - NEWEST : 0);
    socket.hear({
      type: "opened",
      roomId: this.roomId,
      accessEpoch: 1,
      lastSeq: this.messages.length,
      mayWrite: true,
      messages: this.messages.filter(({ seq }) => seq > after),
      more: after > afterSeq,
      marks: this.marks.map((mark) => ({ ...mark, at: "2026-11-22T06:00:00.000Z" })),
      received: [],
      own: this.messages.filter((it) => this.isUnmarked(it)).map(({ seq }) => seq),
      wholeFrom: 1,
    });
  }

  /** One of mine, or that is no row, that I have not marked as read. */
  private isUnmarked(message: Message): boolean {
    const { seq } = message;
    const isMarked = this.marks.some((it) => it.fromSeq <= seq && seq <= it.seq);
    return this.isNeverNew(message) && !isMarked;
  }

  private isNeverNew({ senderId, class: it }: Message): boolean {
    return senderId === this.myId || it !== "VISIBLE";
  }

  /** A backup is restored in which the room had come so far, and nobody had read. */
  restores(lastSeq: number): void {
    this.messages.splice(lastSeq);
    this.marks.length = 0;
    this.live?.cut();
  }

  private positions() {
    if (this.closed) return [];
    const readSeq = Math.max(0, ...this.marks.map(({ seq }) => seq));
    const own = this.messages.filter((it) => this.isNeverNew(it) && it.seq > readSeq);
    const lastSeq = this.messages.length;
    return [{ roomId: this.roomId, lastSeq, readSeq, own: own.map(({ seq }) => seq) }];
  }

  private accept(socket: FakeSocket, frame: Extract<ClientFrame, { type: "send" }>) {
    const { clientId, body, about, says, addresseeId } = frame;
    const before = this.messages.find((it) => it.clientId === clientId);
    const code = this.refuseWith ?? (this.closed && !before ? "room-unknown" : undefined);
    if (code) {
      socket.hear({ type: "refused", roomId: this.roomId, clientId, code });
      return;
    }
    const keep = () => {
      if (frame.kind === "APPOINTMENT") {
        return this.appoints(this.myId, { ...frame } as FakeAppointment, clientId);
      }
      if (frame.kind === "APPOINTMENT_RESPONSE") {
        const { accepts, follows } = frame;
        return this.answersTimes(this.myId, { about, accepts, follows } as FakeAnswer, clientId);
      }
      if (frame.kind === "AGREEMENT") {
        return this.agrees(this.myId, { ...frame } as FakeAgreement, clientId);
      }
      if (frame.kind === "AGREEMENT_RESPONSE") {
        const { response, follows } = frame;
        return this.saysWhether(this.myId, { about, response, follows } as FakeResponse, clientId);
      }
      if (frame.kind === "EDIT" && about !== undefined)
        return this.edits(this.myId, about, body ?? "", { clientId });
      if (frame.kind === "RETRACTION" && about !== undefined)
        return this.retracts(this.myId, about, { clientId });
      if (about === undefined)
        return this.says(this.myId, body ?? "", clientId, frame.inResponseTo);
      if (says !== undefined) return this.acknowledges(this.myId, about, says, clientId);
      return this.asks(this.myId, { ...frame, about, addresseeId: addresseeId ?? "" }, clientId);
    };
    const kept = before ?? keep();
    if (this.loseAnswers > 0) {
      this.loseAnswers -= 1;
      socket.cut();
      return;
    }
    const { seq, entryId, sentAt } = kept;
    socket.hear({ type: "accepted", roomId: this.roomId, clientId, seq, entryId, sentAt });
  }
}

export class FakeSocket {
  readyState: number = WebSocket.CONNECTING;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(private readonly onFrame: (frame: ClientFrame) => void) {}

  open(): void {
    if (this.readyState !== WebSocket.CONNECTING) return;
    this.readyState = WebSocket.OPEN;
    this.onopen?.();
  }

  hear(frame: ServerFrame): void {
    if (this.readyState === WebSocket.OPEN) this.onmessage?.({ data: JSON.stringify(frame) });
  }

  send(text: string): void {
    queueMicrotask(() => this.onFrame(JSON.parse(text) as ClientFrame));
  }

  /** The network goes, or the server ends it. */
  cut(code = 1006): void {
    this.readyState = WebSocket.CLOSED;
    this.onclose?.({ code });
  }

  close(): void {
    this.readyState = WebSocket.CLOSED;
  }
}
