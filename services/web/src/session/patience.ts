/** In milliseconds. */
const PATIENCE = 3_000;

/** What comes of it, or this where nothing comes: a device that does not answer keeps nobody signed in. */
export function orElse<Answer>(
  coming: Promise<Answer>,
  otherwise: () => Answer,
  patience = PATIENCE,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(otherwise()), patience);
    coming.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
