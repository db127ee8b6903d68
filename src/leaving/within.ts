/** How long anything that leaving waits for may say nothing, ms: who leaves does not wait, and is told if it failed. */
const patience = 4_000;

/** An answer, or `otherwise` when it fails or is late. */
export function within<T>(answer: Promise<T>, otherwise: T, ms = patience): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(resolve, ms, otherwise);
  });
  return Promise.race([answer.catch(() => otherwise), late]).finally(() => clearTimeout(timer));
}
