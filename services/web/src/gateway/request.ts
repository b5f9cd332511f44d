import { Refusal, refusalFrom } from "./refusal";

type Method = "GET" | "POST" | "PUT" | "DELETE";

/** What the session knows and a request needs; set by the session, read at each request. */
interface Standing {
  csrfToken: string | undefined;
  /** The server no longer knows the session. */
  onSessionLost: () => void;
  /** Asks for the session again; answers the CSRF token that holds now. */
  renewCsrfToken: () => Promise<string | undefined>;
}

let standing: Standing = {
  csrfToken: undefined,
  onSessionLost: () => undefined,
  renewCsrfToken: () => Promise.resolve(undefined),
};

export function standAs(next: Partial<Standing>): void {
  standing = { ...standing, ...next };
}

/**
 * The one way to the server. Answers the parsed body (undefined for 204).
 * @throws Refusal for everything that is not a success, with a code to translate
 */
export async function request<Answer>(
  method: Method,
  path: string,
  body?: unknown,
): Promise<Answer> {
  try {
    return await attempt<Answer>(method, path, body, standing.csrfToken);
  } catch (error) {
    // Another tab may have signed in again since: one more try with the token that holds now.
    if (!(error instanceof Refusal) || error.code !== "csrf-token-missing") throw error;
    return attempt<Answer>(method, path, body, await standing.renewCsrfToken());
  }
}

async function attempt<Answer>(
  method: Method,
  path: string,
  body: unknown,
  csrfToken: string | undefined,
): Promise<Answer> {
  const response = await fetch(path, {
    method,
    credentials: "same-origin",
    cache: "no-store",
    // What somebody has done goes on its way although the page is closed behind it.
    keepalive: method !== "GET",
    headers: {
      Accept: "application/json, application/problem+json",
      ...(method !== "GET" && csrfToken ? { "X-CSRF-Token": csrfToken } : {}),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refusal({ code: "network-unavailable", status: 0 });
  });
  if (!response.ok) throw await refused(response);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

async function refused(response: Response): Promise<Refusal> {
  const refusal = await refusalFrom(response);
  if (refusal.status === 401) standing.onSessionLost();
  return refusal;
}
