import { beforeEach, expect, test, vi } from "vitest";
import { codeOf, Refusal } from "./refusal";
import { request, standAs } from "./request";

const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal("fetch", fetched);
  standAs({ csrfToken: "token", onSessionLost: () => undefined });
});

function answers(status: number, body: unknown, type = "application/problem+json") {
  fetched.mockResolvedValueOnce(
    new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { "content-type": type },
    }),
  );
}

const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => error as Refusal,
  );

test("a change carries the CSRF token, a question does not", async () => {
  answers(200, {}, "application/json");
  await request("POST", "/api/x", { a: 1 });
  expect(new Headers(fetched.mock.calls[0]?.[1]?.headers).get("X-CSRF-Token")).toBe("token");
  answers(200, {}, "application/json");
  await request("GET", "/api/x");
  expect(new Headers(fetched.mock.calls[1]?.[1]?.headers).has("X-CSRF-Token")).toBe(false);
});

test("R11: a refusal keeps its code and its fields", async () => {
  const fields = [{ name: "purpose", code: "too-long" }];
  answers(400, { type: "", title: "", status: 400, code: "invalid-request", fields });
  const refusal = await refusalOf(request("PUT", "/api/rooms/1", {}));
  expect(refusal?.code).toBe("invalid-request");
  expect(refusal?.fields).toEqual(fields);
});

test("a page from something in between is told as a fault, or as 'not now'", async () => {
  answers(500, "<html>", "text/html");
  expect(codeOf(await refusalOf(request("GET", "/api/x")))).toBe("fault");
  answers(502, "<html>", "text/html");
  expect(codeOf(await refusalOf(request("GET", "/api/x")))).toBe("temporarily-unavailable");
});

test("no answer at all is told as such", async () => {
  fetched.mockRejectedValueOnce(new TypeError("offline"));
  expect(codeOf(await refusalOf(request("GET", "/api/x")))).toBe("network-unavailable");
});

test("a lost session is told to the one who keeps it", async () => {
  const lost = vi.fn();
  standAs({ onSessionLost: lost });
  answers(401, { code: "not-signed-in", status: 401 });
  await refusalOf(request("GET", "/api/rooms"));
  expect(lost).toHaveBeenCalledOnce();
});

test("a token that another tab's sign-in made old is renewed once", async () => {
  standAs({ renewCsrfToken: () => Promise.resolve("new") });
  answers(403, { code: "csrf-token-missing", status: 403 });
  answers(204, undefined);
  await request("POST", "/api/x", {});
  expect(new Headers(fetched.mock.calls[1]?.[1]?.headers).get("X-CSRF-Token")).toBe("new");
});
