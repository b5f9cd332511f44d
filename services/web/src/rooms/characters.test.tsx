import { cleanup, screen } from "@testing-library/react";
import { afterEach, test } from "vitest";
import { ARE, renderFor } from "../shell/test-room";
import { CharactersLeft } from "./CharactersLeft";

afterEach(cleanup);

test.each([
  ["👍".repeat(101), /^99 /],
  ["  to linjer  ", /^191 /],
  ["x".repeat(202), /^2 .*(for mye|too many)/],
])("what is left is counted as the rule counts: %s", async (text, told) => {
  await renderFor(ARE, <CharactersLeft text={text} longest={200} />);
  screen.getByText(told);
});
