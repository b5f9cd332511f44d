import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Refusal } from "../gateway/refusal";
import { Refused } from "../shell/Refused";
import { ARE, renderFor } from "../shell/test-room";

afterEach(cleanup);

test("R11: who asks too early is told when to come again", async () => {
  const error = new Refusal({
    code: "asked-too-recently",
    status: 409,
    notBefore: "2031-03-05T12:30:00Z",
  });
  await renderFor(ARE, <Refused error={error} />);
  expect((await screen.findByRole("alert")).textContent).toMatch(/5\. (mars|March) 2031 .*\d\d:30/);
});
