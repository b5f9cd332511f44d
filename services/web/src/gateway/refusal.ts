import type { Problem } from "../contracts/problem";

/** `network-unavailable`: no answer came at all. */
export type Code = Problem["code"] | "network-unavailable";

/** The server's no, or the lack of an answer, with a code that the screen translates. */
export class Refusal extends Error {
  readonly code: Code;
  readonly status: number;
  readonly fields: readonly { name: string; code: string }[];
  /** When the same may be asked for again, where the server says so. */
  readonly notBefore: string | undefined;

  constructor(problem: {
    code: Code;
    status: number;
    fields?: Problem["fields"] | undefined;
    notBefore?: string | undefined;
  }) {
    super(problem.code);
    this.name = "Refusal";
    this.code = problem.code;
    this.status = problem.status;
    this.fields = problem.fields ?? [];
    this.notBefore = problem.notBefore;
  }

  /** Whether the same request may well succeed in a moment. */
  get passing(): boolean {
    return this.code === "network-unavailable" || [502, 503, 504].includes(this.status);
  }
}

export function codeOf(error: unknown): Code {
  return error instanceof Refusal ? error.code : "fault";
}

/** Anything that is not one of our problems (a proxy's page, say) is told as a fault. */
export async function refusalFrom(response: Response): Promise<Refusal> {
  const isProblem = response.headers.get("content-type")?.includes("application/problem+json");
  if (isProblem) {
    const problem = (await response.json().catch(() => undefined)) as Problem | undefined;
    if (problem?.code) return new Refusal({ ...problem, status: response.status });
  }
  return new Refusal({ code: fallbackCode(response.status), status: response.status });
}

function fallbackCode(status: number): Code {
  if (status === 401) return "not-signed-in";
  if (status === 404) return "not-found";
  if (status === 502 || status === 503 || status === 504) return "temporarily-unavailable";
  return "fault";
}
