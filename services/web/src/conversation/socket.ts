import {
  SESSION_ENDED,
  TOO_MANY_SOCKETS,
  type ClientFrame,
  type ServerFrame,
} from "../contracts/conversation";
import { codeOf } from "../gateway/refusal";
import { CROWDED_RETRY, retryDelay, type SocketState } from "./socket-state";

/** What a socket needs from outside; replaced in tests. */
export interface SocketSurroundings {
  /** A one-time ticket; throws a Refusal. */
  ticket: () => Promise<string>;
  connect: (protocols: string[]) => WebSocket;
  /** The rooms on the screen and how far each is known, for the first frame. */
  hello: () => Extract<ClientFrame, { type: "hello" }>;
  onFrame: (frame: ServerFrame) => void;
  onState: (state: SocketState) => void;
  random: () => number;
}

const PING_EVERY = 20_000;
/** A ping without an answer for so long means that the other end is gone. */
const PONG_WITHIN = 8_000;
/** From asking for the ticket to the welcome. */
const CONNECT_WITHIN = 10_000;

/** One live connection, kept up for as long as the session lasts. See the picture in socket-state. */
export class ConversationSocket {
  private state: SocketState = { kind: "idle" };
  private socket: WebSocket | undefined;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private pingTimer: ReturnType<typeof setInterval> | undefined;
  private deadline: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly surroundings: SocketSurroundings) {}

  start(): void {
    if (this.state.kind === "idle") this.connect(0);
  }

  stop(): void {
    this.drop();
    this.become({ kind: "idle" });
  }

  /** Lost at once: the browser would keep the socket open, and hold what is written to it. */
  networkGone(): void {
    if (this.state.kind === "open") this.retryLater(0);
    else if (this.state.kind === "connecting") this.retryLater(this.state.attempt);
  }

  /** A new attempt at once: one that began without the network may be slow to fail. */
  networkBack(): void {
    if (this.state.kind === "connecting") this.connect(0);
    else this.hurry();
  }

  /** The page is back: no reason to wait any longer. */
  hurry(): void {
    if (this.state.kind === "waiting-to-retry") this.connect(0);
    else if (this.state.kind === "open") this.ping();
  }

  /** @returns whether the frame was handed to an open connection */
  send(frame: ClientFrame): boolean {
    if (this.state.kind !== "open" || this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  private connect(attempt: number): void {
    const crowded = "crowded" in this.state && this.state.crowded;
    this.drop();
    this.become({ kind: "connecting", attempt, crowded });
    const stillMine = this.state;
    this.deadline = setTimeout(() => this.retryLater(attempt), CONNECT_WITHIN);
    this.surroundings.ticket().then(
      (ticket) => {
        if (this.state === stillMine) this.openWith(ticket, attempt);
      },
      (error: unknown) => {
        if (this.state !== stillMine) return;
        if (codeOf(error) === "not-signed-in") this.end();
        else this.retryLater(attempt);
      },
    );
  }

  private openWith(ticket: string, attempt: number): void {
    const socket = this.surroundings.connect(["samsnakk.v1", `ticket.${ticket}`]);
    this.socket = socket;
    socket.onopen = () => socket.send(JSON.stringify(this.surroundings.hello()));
    socket.onmessage = ({ data }: MessageEvent<unknown>) => this.received(socket, data);
    socket.onclose = ({ code }) => {
      if (code === SESSION_ENDED) this.end();
      else if (code === TOO_MANY_SOCKETS) this.retryLater(attempt, true);
      else this.lost(socket, attempt);
    };
  }

  private received(socket: WebSocket, data: unknown): void {
    const frame = socket === this.socket ? parse(data) : undefined;
    if (!frame) return;
    this.heard();
    if (frame.type === "welcome") this.welcomed();
    this.surroundings.onFrame(frame);
  }

  private welcomed(): void {
    this.pingTimer = setInterval(() => this.ping(), PING_EVERY);
    this.become({ kind: "open" });
  }

  private ping(): void {
    const socket = this.socket;
    if (!socket || !this.send({ type: "ping" })) return;
    this.deadline ??= setTimeout(() => this.lost(socket, 0), PONG_WITHIN);
  }

  /** Any frame shows that the other end lives. */
  private heard(): void {
    clearTimeout(this.deadline);
    this.deadline = undefined;
  }

  private lost(socket: WebSocket, attempt: number): void {
    if (socket !== this.socket) return;
    this.retryLater(this.state.kind === "open" ? 0 : attempt);
  }

  private retryLater(attempt: number, crowded = false): void {
    this.drop();
    const delay = crowded ? CROWDED_RETRY : retryDelay(attempt, this.surroundings.random);
    this.become({ kind: "waiting-to-retry", attempt, retryAt: Date.now() + delay, crowded });
    this.retryTimer = setTimeout(() => this.connect(attempt + 1), delay);
  }

  private end(): void {
    this.drop();
    this.become({ kind: "ended" });
  }

  private drop(): void {
    clearTimeout(this.retryTimer);
    clearInterval(this.pingTimer);
    this.heard();
    const socket = this.socket;
    this.socket = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  private become(state: SocketState): void {
    this.state = state;
    this.surroundings.onState(state);
  }
}

function parse(data: unknown): ServerFrame | undefined {
  if (typeof data !== "string") return undefined;
  try {
    return JSON.parse(data) as ServerFrame;
  } catch {
    return undefined;
  }
}
